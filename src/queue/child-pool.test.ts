import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { ChildPool } from './child-pool.ts'

/** A child that doubles numbers, and does worse when told to. */
const CHILD = `process.on('message', ({ work }) => {
  if (work === 'hang') for (;;);
  if (work === 'die') process.exit(3)
  if (work === 'eat') { const all = []; for (;;) all.push(new Array(1e5).fill(all.length)) }
  if (work === 'fill') { globalThis.all = []; for (;;) all.push(Buffer.alloc(2 ** 22, 1)) }
  process.send({ result: work === 'pid' ? process.pid : work * 2 })
})
process.on('disconnect', () => process.exit())`

const entry = join(mkdtempSync(join(tmpdir(), 'onrecord-child-')), 'child.mjs')
writeFileSync(entry, CHILD)

const open: ChildPool<unknown, unknown>[] = []
afterEach(() => Promise.all(open.splice(0).map((pool) => pool.close())))

function pool({ size = 1, timeoutMs = 20_000 } = {}): ChildPool<unknown, unknown> {
  const made = new ChildPool<unknown, unknown>({
    entry: pathToFileURL(entry),
    args: [],
    size,
    timeoutMs: () => timeoutMs,
    heapMb: 64,
    memoryMb: 400,
  })
  open.push(made)
  return made
}

test('work comes back in the order asked, over more work than children', async () => {
  const two = pool({ size: 2 })
  const results = await Promise.all([1, 2, 3, 4, 5].map((work) => two.run(work)))
  expect(results).toEqual([2, 4, 6, 8, 10].map((result) => ({ state: 'done', result })))
})

test('a child is kept from one piece of work to the next', async () => {
  const one = pool()
  expect(await one.run('pid')).toEqual(await one.run('pid'))
})

test.each([
  ['hang', 'too-slow'],
  ['die', 'crashed'],
  ['eat', 'crashed'],
  // Buffers: V8's limit knows nothing of them.
  ['fill', 'too-big'],
])('a child that is made to %s is an outcome, and the next work is still done', async (work, state) => {
  const one = pool({ timeoutMs: work === 'hang' ? 300 : 20_000 })
  const [bad, good] = await Promise.all([one.run(work), one.run(4)])
  expect(bad).toEqual({ state })
  expect(good).toEqual({ state: 'done', result: 8 })
})

test('closing ends what is under way and what waits', async () => {
  const one = pool()
  const outcomes = Promise.all([one.run('hang'), one.run(1)])
  await one.close()
  expect(await outcomes).toEqual([{ state: 'crashed' }, { state: 'crashed' }])
  expect(await one.run(1)).toEqual({ state: 'crashed' })
})
