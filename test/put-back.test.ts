import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { openRecord } from '../src/open-record.ts'
import { setAside } from '../src/set-aside-command.ts'
import { settingsFrom } from '../src/settings.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { temporaryFolder } from './temporary-folder.ts'

const WARC = join('archive', 'onrecord-00001.warc.gz')

const open = (folder: string) => openRecord({ dataFolder: folder, collector: null }, systemClock)

async function add(folder: string, words: string): Promise<void> {
  const { store } = await open(folder)
  try {
    await store.addCoverage(coverageOf(`[S:Mara Lee] [C:said]: [Q:“${words}.”]`))
  } finally {
    await store.close()
  }
}

async function verified(folder: string) {
  const { store, archive } = await open(folder)
  const lines: string[] = []
  const out = async (line: string) => void lines.push(line)
  const faults = await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
  await store.close()
  return { faults, findings: lines.slice(0, -1) }
}

/** A record whose database is that of the day before its last article. */
async function putBack(): Promise<string> {
  const folder = temporaryFolder()
  await add(folder, 'Yesterday')
  copyFileSync(join(folder, 'onrecord.sqlite'), join(folder, 'backup'))
  await add(folder, 'Today')
  for (const name of ['onrecord.sqlite-wal', 'onrecord.sqlite-shm']) rmSync(join(folder, name), { force: true })
  copyFileSync(join(folder, 'backup'), join(folder, 'onrecord.sqlite'))
  return folder
}

test('a database put back to an earlier day than the archive is named, and nothing is cut off for it', async () => {
  const folder = await putBack()
  const before = readFileSync(join(folder, WARC))
  expect((await verified(folder)).findings).toEqual([
    expect.stringMatching(
      /^onrecord-00001\.warc\.gz from byte \d+ on: \d+ bytes are behind the last record: they were kept, and the database knows nothing of them: it was put back to an earlier day than the archive$/u,
    ),
  ])
  await expect(add(folder, 'Tomorrow')).rejects.toThrow(
    /the archive was kept up to byte \d+ of onrecord-00001\.warc\.gz, and the database knows only up to byte \d+ of .*: it was put back to an earlier day; .*npx onrecord set-aside/u,
  )
  expect(readFileSync(join(folder, WARC)).equals(before)).toBe(true)
})

test('set aside, what the database does not know of is kept in a file of its own, and the record goes on', async () => {
  const folder = await putBack()
  const before = readFileSync(join(folder, WARC))
  const lines: string[] = []
  const settings = settingsFrom({ ONRECORD_DATA: folder })
  const out = async (line: string) => void lines.push(line)
  expect(await setAside([], { settings, out, fault: () => undefined } as never)).toBe(0)
  const aside = /^(?<path>.*): set aside/u.exec(lines[0] ?? '')?.groups?.['path'] ?? ''
  expect(existsSync(aside)).toBe(true)
  expect(readFileSync(aside).equals(before)).toBe(true)
  await add(folder, 'Tomorrow')
  expect(await verified(folder)).toEqual({ faults: 0, findings: [] })
})
