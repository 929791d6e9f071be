import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { handedInFiles } from './handed-in-files.ts'

const clock = { now: () => new Date().toISOString() }

async function* pieces(...words: readonly string[]) {
  for (const word of words) yield Buffer.from(word)
}

test.each([
  ['news.warc.gz', /^GROUP_[\w-]+\.warc\.gz$/],
  ['NEWS.WACZ', /^GROUP_[\w-]+\.wacz$/],
  ['../../news.warc', /^GROUP_[\w-]+\.warc$/],
  ['news', /^GROUP_[\w-]+$/],
])('%s is kept whole within the folder, for its owner alone', async (name, isCalled) => {
  const folder = temporaryFolder()
  const path = await handedInFiles(folder, clock).keep('GROUP', { name, bytes: pieces('WA', '', 'RC') })
  const [file = '', ...others] = readdirSync(join(folder, 'handed-in'))
  expect(path).toBe(join(folder, 'handed-in', file))
  expect(others).toEqual([])
  expect(file).toMatch(isCalled)
  expect(readFileSync(path, 'utf8')).toBe('WARC')
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('of a file that breaks off nothing is left', async () => {
  async function* broken() {
    yield* pieces('WARC')
    throw new Error('gone away')
  }
  const folder = temporaryFolder()
  const kept = handedInFiles(folder, clock).keep('GROUP', { name: 'news.warc', bytes: broken() })
  await expect(kept).rejects.toThrow('gone away')
  expect(readdirSync(join(folder, 'handed-in'))).toEqual([])
})

test('where the disk refuses it, a sentence says so', async () => {
  const folder = join(temporaryFolder(), 'data')
  writeFileSync(folder, 'a file where the folder should be')
  const kept = handedInFiles(folder, clock).keep('GROUP', { name: 'news.warc', bytes: pieces('WARC') })
  await expect(kept).rejects.toThrow(/^"news\.warc" could not be kept in .*error E[A-Z]+\); mend that/)
})

test('what is over goes, what is needed and what may be coming stays', async () => {
  const folder = temporaryFolder()
  const files = handedInFiles(folder, clock)
  await files.sweep(async () => true)
  for (const group of ['OVER', 'NEEDED', 'COMING'])
    await files.keep(group, { name: 'news.warc', bytes: pieces('WARC') })
  for (const name of readdirSync(join(folder, 'handed-in')))
    if (!name.startsWith('COMING')) utimesSync(join(folder, 'handed-in', name), 0, 0)
  await files.sweep(async (group) => group !== 'NEEDED')
  const left = readdirSync(join(folder, 'handed-in')).map((name) => name.split('_')[0])
  expect(left.toSorted()).toEqual(['COMING', 'NEEDED'])
})
