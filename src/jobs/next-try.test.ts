import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FaultCode } from '../article/fault.ts'
import { nextTryAfter } from './next-try.ts'

const HOUR = 3_600_000

function failed({ code = 'unreadable' as FaultCode, mayPass = true, retryAfterMs = null as number | null } = {}) {
  return { state: 'failed', fault: { code, sentence: 'it failed' }, mayPass, retryAfterMs } as const
}

test.each<[what: string, failure: ReturnType<typeof failed>, failures: number, wait: number | null]>([
  ['the first failure', failed(), 0, 10_000],
  ['the second', failed(), 1, 40_000],
  ['the sixth', failed(), 5, 10_240_000],
  ['the seventh, at the longest wait', failed(), 6, 6 * HOUR],
  ['the eighth and last', failed(), 7, null],
  ['what will not pass', failed({ mayPass: false }), 0, null],
  ['a server that asks for longer', failed({ retryAfterMs: 60_000 }), 0, 60_000],
  ['a server that asks for less', failed({ retryAfterMs: 1 }), 1, 40_000],
  ['a server that asks for a year', failed({ retryAfterMs: 8760 * HOUR }), 0, 24 * HOUR],
  ['what hangs the reading process', failed({ code: 'too-slow', mayPass: false }), 0, 10_000],
  ['what hangs it twice', failed({ code: 'too-slow', mayPass: false }), 1, null],
  ['what kills it twice, whatever else may pass', failed({ code: 'crashed' }), 1, null],
])('%s', (_, failure, failures, wait) => {
  expect(nextTryAfter(failure, failures, 0.5)).toBe(wait)
})

test('every wait is long enough to matter, never longer than the longest, and they end', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 20 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.nat()),
      (failures, random, retryAfterMs) => {
        const wait = nextTryAfter(failed({ retryAfterMs }), failures, random)
        if (wait === null) expect(failures).toBeGreaterThanOrEqual(7)
        else expect(wait).toBeGreaterThanOrEqual(5_000)
        expect(wait ?? 0).toBeLessThanOrEqual(24 * HOUR)
      },
    ),
  )
})
