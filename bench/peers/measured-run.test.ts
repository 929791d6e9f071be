import { describe, expect, test } from 'vitest'
import { measuredRun } from './measured-run.ts'

const node = (script: string) => ({ program: process.execPath, args: ['--eval', script] })

/** Answers each line with its length. */
const COUNTING =
  "require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => console.log(line.length))"

/** Takes time and memory for each thing it is given. */
const WORKING = `process.stdin.on('data', () => {
  const from = process.cpuUsage().user
  while (process.cpuUsage().user < from + 100_000) for (let i = 0; i < 1e6; i++) Math.sqrt(i)
  globalThis.held = Buffer.alloc(100 * 1024 * 1024, 1)
  console.log('done')
})`

describe('a measured run', () => {
  test('leaves out the answer to the first line, and keeps the others in their order', async () => {
    const outcome = await measuredRun(node(COUNTING), ['first', 'a', 'bb', 'x'.repeat(1_000_000)])
    expect(outcome).toMatchObject({ ok: true, run: { output: '1\n2\n1000000\n' } })
  })

  test.skipIf(process.platform !== 'linux')('tells what starting took from what the rest took', async () => {
    const outcome = await measuredRun(node(WORKING), ['first', 'second'])
    if (!outcome.ok) throw new Error(outcome.why)
    const { start, whole, megabytes } = outcome.run
    expect(start.processor).toBeGreaterThanOrEqual(0.1)
    expect((whole.processor ?? 0) - (start.processor ?? 0)).toBeGreaterThanOrEqual(0.05)
    expect(whole.clock).toBeGreaterThan(start.clock)
    expect(megabytes).toBeGreaterThan(100)
  })

  test.each([
    ['fails', node('console.error("first\\nno model here"); process.exit(3)'), /ended with 3: no model here$/],
    ['is killed', node('process.kill(process.pid, "SIGKILL")'), /ended with SIGKILL: before its last answer$/],
    ['ends after one answer', node('console.log("one")'), /ended with 0: before its last answer$/],
    ['is not there', { program: '/no/such/program', args: [] }, /could not be run: .*ENOENT/],
  ])('says why of a process that %s', async (_case, command, why) => {
    const outcome = await measuredRun(command, ['first', ...Array<string>(100_000).fill('line')])
    expect(outcome).toMatchObject({ ok: false, why: expect.stringMatching(why) })
  })
})
