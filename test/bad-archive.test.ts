import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { openArchive } from '../src/archive/open-archive.ts'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { openStore } from '../src/store/open-store.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'
import { openTestRecord } from './open-test-record.ts'
import { temporaryFolder } from './temporary-folder.ts'

const FIRST = 'onrecord-00001.warc.gz'
const SECOND = 'onrecord-00002.warc.gz'

const article = (name: string) => coverageOf(`[S:${name}] [C:said]: [Q:“It is over.”]`)

/** Opens a record whose archive begins a new file for each capture. */
async function open(folder: string) {
  const collector = { software: 'Onrecord/test', operator: null }
  const archive = openArchive({ folder: join(folder, 'archive'), collector, fullBytes: 100 })
  return { archive, store: await openStore({ folder, clock: systemClock, archive }) }
}

/** A record with an article in each of two files. */
async function recordOfTwo() {
  const folder = temporaryFolder()
  const { store } = await open(folder)
  await store.addCoverage(article('Mara Lee'))
  await store.addCoverage(article('Tom Ross'))
  await store.close()
  return folder
}

/** What `verify` says of a record: its findings, numbers of bytes left out. */
async function findingsOf(folder: string): Promise<readonly string[]> {
  const { store, archive } = await open(folder)
  const lines: string[] = []
  await verifyRecord({
    evidence: store.evidence,
    archive,
    known: [],
    now: systemClock.now(),
    out: async (line) => void lines.push(line),
  })
  await store.close()
  return lines.slice(0, -1).map((line) => line.replace(/\d+ bytes|byte \d+/gu, (some) => some.replace(/\d+/u, 'N')))
}

const UNDER_WAY = 'a capture that was under way when the program ended, and is no part of the record'
const ALTERED = 'the record that begins here is not as it was kept; its bytes were altered'

/** What somebody did in the archive's folder, and the lines that `verify` prints of it. */
const HARMS: readonly [name: string, harm: (file: (name: string) => string) => void, findings: readonly string[]][] = [
  ['nothing', () => undefined, []],
  ['a file missing', (file) => rmSync(file(FIRST)), [`${FIRST}: this file of the archive is missing`]],
  [
    'a file cut short',
    (file) => truncateSync(file(FIRST), 700),
    [`${FIRST}: it ends at byte N, where N bytes were kept; it was cut short`],
  ],
  [
    'bytes behind the last record of all',
    (file) => writeFileSync(file(SECOND), Buffer.concat([readFileSync(file(SECOND)), Buffer.alloc(9)])),
    [`${SECOND} from byte N on: N bytes are behind the last record: ${UNDER_WAY}; the next capture takes their place`],
  ],
  [
    'the next file begun',
    (file) => writeFileSync(file('onrecord-00003.warc.gz'), 'x'),
    [`onrecord-00003.warc.gz: no capture of the record is in this file: ${UNDER_WAY}`],
  ],
  [
    'a file emptied',
    (file) => truncateSync(file(SECOND), 0),
    [`${SECOND}: it ends at byte N, where N bytes were kept; it was cut short`],
  ],
  [
    'a file put in from outside',
    (file) => copyFileSync(file(FIRST), file('onrecord-00007.warc.gz')),
    ['onrecord-00007.warc.gz: no capture of the record is in this file; it was put in from outside'],
  ],
  [
    'a folder in place of a file',
    (file) => {
      rmSync(file(FIRST))
      mkdirSync(file(FIRST))
    },
    [`${FIRST}: this file of the archive is missing`],
  ],
  [
    'bytes behind the last record of a file that was full',
    (file) => writeFileSync(file(FIRST), Buffer.concat([readFileSync(file(FIRST)), readFileSync(file(SECOND))])),
    [
      `${FIRST} from byte N on: N bytes are behind the last record: they belong to no record; they were put in from outside`,
    ],
  ],
]

test.each(HARMS)('%s: it is named, and nothing else', async (_, harm, expected) => {
  const folder = await recordOfTwo()
  harm((name) => join(folder, 'archive', name))
  expect(await findingsOf(folder)).toEqual(expected)
})

test('two files exchanged: both are named, and nothing else', async () => {
  const folder = await recordOfTwo()
  const file = (name: string) => join(folder, 'archive', name)
  renameSync(file(FIRST), file('kept'))
  renameSync(file(SECOND), file(FIRST))
  renameSync(file('kept'), file(SECOND))
  const findings = await findingsOf(folder)
  expect(findings).toContain(`${FIRST} at byte N: ${ALTERED}`)
  expect(findings).toContain(`${SECOND} at byte N: ${ALTERED}`)
  expect(findings.filter((line) => !line.startsWith('onrecord-0000'))).toEqual([])
})

/** Runs a program that captures one article, with no right to write more than `blocks` blocks of 1 KB into a file. */
function captureWithin(folder: string, blocks: string) {
  const program = `
    import { openRecord } from '${new URL('../src/open-record.ts', import.meta.url).pathname}'
    import { systemClock } from '${new URL('../src/store/system-clock.ts', import.meta.url).pathname}'
    import { coverageOf } from '${new URL('./marked-coverage.ts', import.meta.url).pathname}'
    import { randomBytes } from 'node:crypto'
    const { store } = await openRecord({ dataFolder: process.argv[1], collector: null }, systemClock)
    try {
      await store.addCoverage(coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Now.”]', { bytes: randomBytes(3_000_000) }))
      console.log('added')
    } catch (error) {
      console.log(error.code + ' ' + error.message.replace(/^.*: /u, ''))
    }
    await store.close()`
  // The signal that a file has become too large would end the program before it could say so.
  const shell = `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" --input-type=module -e "$1" "$2"`
  const { stdout, stderr } = spawnSync('bash', ['-c', shell, process.execPath, program, folder], { encoding: 'utf8' })
  return stdout.trim() || stderr
}

test('a disk that is full in the middle of a capture leaves the record as it was, and the next capture takes its place', async () => {
  const folder = temporaryFolder()
  const { store } = await open(folder)
  await store.addCoverage(article('Mara Lee'))
  await store.close()
  const before = countsIn(folder)
  expect(captureWithin(folder, '1000')).toBe('full the disk is full; make room and try again')
  expect(countsIn(folder)).toEqual(before)
  expect((await findingsOf(folder)).filter((line) => !line.includes(UNDER_WAY))).toEqual([])
  expect(captureWithin(folder, 'unlimited')).toBe('added')
  expect(await findingsOf(folder)).toEqual([])
})

/** How many rows each table of the record has. */
function countsIn(folder: string): Readonly<Record<string, number>> {
  const database = new DatabaseSync(join(folder, 'onrecord.sqlite'), { readOnly: true })
  const names = database.prepare("select name from sqlite_schema where type = 'table'").all()
  const counts = names.map(({ name }) => [
    name,
    Number(database.prepare(`select count(*) as n from ${name}`).get()?.['n']),
  ])
  database.close()
  return Object.fromEntries(counts)
}

test('a program that is killed when the bytes are written and the record is not leaves a capture that is no part of it', async () => {
  const folder = await recordOfTwo()
  const program = `
    import { openArchive } from '${new URL('../src/archive/open-archive.ts', import.meta.url).pathname}'
    import { openStore } from '${new URL('../src/store/open-store.ts', import.meta.url).pathname}'
    import { systemClock } from '${new URL('../src/store/system-clock.ts', import.meta.url).pathname}'
    import { coverageOf } from '${new URL('./marked-coverage.ts', import.meta.url).pathname}'
    const folder = process.argv[1]
    const archive = openArchive({ folder: folder + '/archive', collector: { software: 'test', operator: null } })
    const append = async (...written) => {
      await archive.append(...written)
      process.kill(process.pid, 'SIGKILL')
    }
    const store = await openStore({ folder, clock: systemClock, archive: { ...archive, append } })
    await store.addCoverage(coverageOf('[S:Ana Ruiz] [C:said]: [Q:“Now.”]'))`
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program, folder])
  expect(signal).toBe('SIGKILL')
  expect(await findingsOf(folder)).toEqual([
    `${SECOND} from byte N on: N bytes are behind the last record: ${UNDER_WAY}; the next capture takes their place`,
  ])
  const store = await openTestRecord({ folder, clock: systemClock })
  await store.addCoverage(article('Ana Ruiz'))
  await store.close()
  expect(await findingsOf(folder)).toEqual([])
})
