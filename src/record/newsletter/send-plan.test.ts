import { expect, test } from 'vitest'
import { SendPlan, type Throttle } from './send-plan.ts'

const FREE: Throttle = { atOnce: 100, aMinute: null }

/** Takes from a plan until it gives nothing more. */
function takeAll(plan: SendPlan, nowMs = 0): readonly number[] {
  const taken: number[] = []
  for (let next = plan.next(nowMs); next !== null; next = plan.next(nowMs)) taken.push(next.seq)
  return taken
}

test('providers are served in turn, each in its order', () => {
  const plan = new SendPlan(() => FREE)
  plan.refill([
    { domain: 'large.example', seqs: [1, 2, 3, 5] },
    { domain: 'small.example', seqs: [4] },
    { domain: 'other.example', seqs: [6, 7] },
  ])
  expect(takeAll(plan)).toEqual([1, 4, 6, 2, 7, 3, 5])
  expect(plan.isEmpty).toBe(true)
})

test('a provider that may be offered no more at once holds up nobody else', () => {
  const plan = new SendPlan((domain) => (domain === 'slow.example' ? { atOnce: 1, aMinute: null } : FREE))
  plan.refill([
    { domain: 'slow.example', seqs: [1, 2] },
    { domain: 'quick.example', seqs: [3, 4] },
  ])
  expect(takeAll(plan)).toEqual([1, 3, 4])
  plan.ended({ seq: 1, domain: 'slow.example' })
  expect(takeAll(plan)).toEqual([2])
})

test('a provider is offered so many a minute, evenly', () => {
  const plan = new SendPlan(() => ({ atOnce: 10, aMinute: 60 }))
  plan.refill([{ domain: 'slow.example', seqs: [1, 2, 3] }])
  expect(takeAll(plan)).toEqual([1])
  expect(plan.freeAt()).toBe(1000)
  expect(takeAll(plan, 999)).toEqual([])
  expect(takeAll(plan, 1000)).toEqual([2])
  expect(takeAll(plan, 5000)).toEqual([3])
})

test('what is under way counts on when all is planned anew', () => {
  const plan = new SendPlan(() => ({ atOnce: 1, aMinute: null }))
  plan.refill([{ domain: 'a.example', seqs: [1, 2] }])
  expect(takeAll(plan)).toEqual([1])
  plan.refill([{ domain: 'a.example', seqs: [2] }])
  expect(takeAll(plan)).toEqual([])
  plan.ended({ seq: 1, domain: 'a.example' })
  expect(takeAll(plan)).toEqual([2])
})
