/**
 * Works on the queue in a folder: `node take-jobs.ts FOLDER MS`. Prints "begun NAME" and "done NAME" of each job, which
 * takes it MS milliseconds, and ends when nothing waits any more.
 */
import { setTimeout } from 'node:timers/promises'
import { openQueue } from '../../src/queue/open-queue.ts'
import { systemClock } from '../../src/store/system-clock.ts'

const [, , folder = '', ms = '0'] = process.argv
const queue = await openQueue({ folder, clock: systemClock })
for (;;) {
  const taken = await queue.take({ kind: 'add-archive', onlyAskedFor: false })
  if (taken === null && (await queue.nextDue()) === null) break
  if (taken === null) {
    await setTimeout(100)
    continue
  }
  const { id, name } = taken.job
  process.stdout.write(`begun ${name}\n`)
  await setTimeout(Number(ms))
  if (await queue.done(id, { state: 'said', sentence: 'it was done' })) process.stdout.write(`done ${name}\n`)
}
await queue.close()
