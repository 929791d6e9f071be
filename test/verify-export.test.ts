import { createHash, generateKeyPairSync } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { verifyWacz } from '../src/jobs/verify/wacz/verify-wacz.ts'
import { openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { dataPackageBytes, digestBytes, readDataPackage } from '../src/wacz/data-package.ts'
import { PART_NAMES, RESOURCE_NAMES } from '../src/wacz/part-names.ts'
import { CURVE, publicKeyOf, signatureOf } from '../src/wacz/signature.ts'
import { headOf, listOf } from '../src/wacz/zip-layout.ts'
import { partsOf, placesOf } from './export-parts.ts'
import { exportIn, PAGE_URL, recordWithPage } from './exported-record.ts'
import { temporaryFolder } from './temporary-folder.ts'
import { zipped } from './zip-file.ts'

/** How many bytes are altered, one at a time: with those of an export and of the tables, a thousand. */
const FLIPS = Number(process.env['ONRECORD_FLIPS'] ?? 333)

/** What `verify` prints: the lines before the last, and the last. */
async function verified(path: string) {
  const lines: string[] = []
  const faults = await verifyWacz(path, {
    known: [],
    now: systemClock.now(),
    out: async (line) => void lines.push(line),
  })
  return { faults, findings: lines.slice(0, -1), summary: lines.at(-1) ?? '' }
}

async function exported(): Promise<string> {
  const folder = temporaryFolder()
  await recordWithPage(folder, { isFetchedTwice: true })
  return exportIn(folder)
}

test('an export is found as it was made, by itself', async () => {
  const made = await exported()
  const path = join(temporaryFolder(), 'b.wacz')
  copyFileSync(made, path)
  const { faults, findings, summary } = await verified(path)
  expect(findings).toEqual([])
  expect(faults).toBe(0)
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex')
  expect(summary).toContain(`(SHA-256 ${sha256}): checked 11 records, 8 ledger entries and 2 statements: everything is`)
})

test('what was removed from the record is not exported, and the export says so', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  const { selection } = await store.exports.select([PAGE_URL])
  await store.removeArticle({ articleId: selection.articles[0] ?? '', reason: 'a court asked', by: null })
  await store.close()
  const { findings, faults } = await verified(await exportIn(folder))
  expect(findings).toEqual([expect.stringMatching(/^ledger entry 8: article \w+ was removed on .*: a court asked;/u)])
  expect(faults).toBe(0)
  await expect(exportIn(folder, [PAGE_URL], 'b.wacz')).rejects.toThrow('there is no such article in the record')
})

test('what a browser made of a page goes with it', async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const { store } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  const { selection } = await store.exports.select([PAGE_URL])
  const { sha256 = '' } = (await store.article(selection.articles[0] ?? '')) ?? {}
  await store.addRendering({
    sha256,
    url: PAGE_URL,
    at: '2026-03-01T12:00:00.000Z',
    browser: 'Chrome/1',
    isSandboxed: true,
    picture: Buffer.from('a picture'),
    pdf: Buffer.from('a PDF'),
    exchanges: [],
    refused: [],
  })
  await store.close()
  const path = await exportIn(folder, [PAGE_URL])
  expect((await verified(path)).findings).toEqual([])
  const records = partsOf(path).get('onrecord/records.jsonl')?.toString() ?? ''
  expect(records.match(/"type":"resource"/gu)).toHaveLength(2)
})

/** Numbers that look drawn at random and are the same each time. */
function* drawn(): Generator<number> {
  for (let state = 1; ; ) {
    state = (state * 48_271) % 2_147_483_647
    yield state
  }
}

/** How the place of a byte is named. */
function namedAt(path: string, at: number): string {
  const part = placesOf(path).find(({ head, end }) => head <= at && at < end)
  if (part === undefined || at < part.start) return `byte ${at}: `
  if (part.name !== 'archive/data.warc.gz') return part.name
  const records = partsOf(path).get('onrecord/records.jsonl')?.toString().trimEnd().split('\n') ?? []
  const offsets = records.map((line) => Number(JSON.parse(line).offset))
  return `${part.name} at byte ${offsets.findLast((offset) => part.start + offset <= at)}: `
}

test('any byte of an export that is altered is found where it is, and nothing else is named', {
  timeout: 600_000,
}, async () => {
  const path = await exported()
  const kept = readFileSync(path)
  const altered = join(dirname(path), 'altered.wacz')
  const random = drawn()
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const at = random.next().value % kept.length
    const bytes = Buffer.from(kept)
    bytes.writeUInt8(kept.readUInt8(at) ^ (1 + (random.next().value % 255)), at)
    writeFileSync(altered, bytes)
    const { findings } = await verified(altered)
    expect(findings, `byte ${at}`).toEqual([expect.stringContaining(namedAt(path, at))])
  }
})

test('every byte of the ZIP’s own is checked', async () => {
  const path = await exported()
  const kept = readFileSync(path)
  const altered = join(dirname(path), 'altered.wacz')
  const places = placesOf(path)
  const own = [
    ...places.flatMap(({ head, start }) => Array.from({ length: start - head }, (_, at) => head + at)),
    ...Array.from({ length: kept.length - (places.at(-1)?.end ?? 0) }, (_, at) => (places.at(-1)?.end ?? 0) + at),
  ]
  // Every seventh: all of them take a minute.
  for (const at of own.filter((_, index) => index % 7 === 0)) {
    const bytes = Buffer.from(kept)
    bytes.writeUInt8(kept.readUInt8(at) ^ 1, at)
    writeFileSync(altered, bytes)
    expect((await verified(altered)).findings, `byte ${at}`).toEqual([expect.stringContaining(`byte ${at}: `)])
  }
})

/** An export with other content, signed anew by somebody else. */
function forged(path: string, change: (parts: Map<string, Buffer>) => void): string {
  const parts = new Map(partsOf(path))
  change(parts)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE })
  const old = readDataPackage(parts.get('datapackage.json') as Buffer)
  if (old === null) throw new Error('no data package')
  const resources = RESOURCE_NAMES.map((name) => {
    const bytes = parts.get(name) as Buffer
    return { path: name, sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
  })
  const described = dataPackageBytes({ ...old, resources })
  const hash = `sha256:${createHash('sha256').update(described).digest('hex')}`
  parts.set('datapackage.json', described)
  const signed = { publicKey: publicKeyOf(privateKey), signature: signatureOf(hash, privateKey) }
  parts.set('datapackage-digest.json', digestBytes(hash, old, signed))
  const files = PART_NAMES.map((name) => {
    const bytes = parts.get(name) as Buffer
    return { bytes, part: { name, size: bytes.length, crc: crc32(bytes) } }
  })
  const made = join(dirname(path), 'forged.wacz')
  writeFileSync(
    made,
    Buffer.concat([
      ...files.flatMap(({ bytes, part }) => [headOf(part), bytes]),
      listOf(files.map(({ part }) => part)),
    ]),
  )
  return made
}

function replaced(name: string, from: string | RegExp, to: string) {
  return (parts: Map<string, Buffer>) => {
    parts.set(name, Buffer.from((parts.get(name)?.toString() ?? '').replace(from, to)))
  }
}

/** What somebody with a key of their own made of an export, and what is said of it. */
const FORGERIES: readonly [name: string, change: (parts: Map<string, Buffer>) => void, findings: readonly RegExp[]][] =
  [
    ['nothing altered', () => undefined, []],
    [
      'words of a text',
      replaced('onrecord/statements.jsonl', 'It is over', 'It is open'),
      [
        /^onrecord\/statements\.jsonl line 2: its text is not the one that the ledger tells of$/u,
        /^onrecord\/statements\.jsonl line 2: the words of urn:onrecord:statement:\w+ do not stand where it says$/u,
      ],
    ],
    [
      'words of an annotation',
      replaced('onrecord/statements.jsonl', '"exact":"said"', '"exact":"lied"'),
      [/^onrecord\/statements\.jsonl line 1: the words of urn:onrecord:statement:\w+ do not stand where it says$/u],
    ],
    [
      'a digest in the ledger',
      replaced('onrecord/ledger.jsonl', /"sha256":"[0-9a-f]{4}/u, '"sha256":"0000'),
      [
        /^ledger entry 1: its hash is not the one its words have; the entry was altered$/u,
        /^archive\/data\.warc\.gz at byte 0: the ledger says something else of the record that begins here$/u,
      ],
    ],
    [
      'an entry of the ledger taken out',
      replaced('onrecord/ledger.jsonl', /.*"kind":"archive-file".*\n/u, ''),
      [/^archive\/data\.warc\.gz at byte 0: the ledger says nothing of the record that begins here$/u],
    ],
    [
      'a page put in',
      replaced('pages/pages.jsonl', /$/u, '{"url":"https://example.org/","ts":"2026-03-01T12:00:00Z"}\n'),
      [/^pages\/pages\.jsonl line 5: no such page is in the index$/u],
    ],
    [
      'an index that leads elsewhere',
      replaced('indexes/index.idx', '"offset":0', '"offset":1'),
      [/^indexes\/index\.idx line 2: it leads to no block of the index$/u],
    ],
    [
      'the last record taken out',
      (parts) => {
        const data = parts.get('archive/data.warc.gz') as Buffer
        const lines = (parts.get('onrecord/records.jsonl') as Buffer).toString().trimEnd().split('\n')
        const { offset } = JSON.parse(lines.at(-1) ?? '')
        parts.set('archive/data.warc.gz', data.subarray(0, offset))
        parts.set('onrecord/records.jsonl', Buffer.from(`${lines.slice(0, -1).join('\n')}\n`))
      },
      [/^indexes\/index\.cdx\.gz: org,example,news\)\/bridge \d+: it leads to no record$/u],
    ],
  ]

test.each(FORGERIES)('signed anew with %s: it is named', async (_, change, expected) => {
  const { findings, faults } = await verified(forged(await exported(), change))
  expect(findings.filter((line) => !expected.some((words) => words.test(line)))).toEqual([])
  for (const words of expected) expect(findings).toContainEqual(expect.stringMatching(words))
  expect(faults === 0).toBe(expected.length === 0)
})

/** What is handed in instead of an export, and the sentence. */
const STRANGE: readonly [name: string, harm: (path: string) => void, sentence: RegExp][] = [
  ['nothing', (path) => writeFileSync(path, ''), /it is no export of Onrecord/u],
  ['a text', (path) => writeFileSync(path, 'x'.repeat(100_000)), /it is no export of Onrecord/u],
  [
    'another ZIP',
    (path) =>
      writeFileSync(
        path,
        zipped([
          ['../../etc/passwd', 'x'],
          ['archive/data.warc.gz', 'y'],
        ]),
      ),
    /it is no export of Onrecord/u,
  ],
  [
    'a ZIP that unpacks to more than there is',
    (path) => writeFileSync(path, zipped([['archive/data.warc.gz', Buffer.alloc(10_000_000)]], { deflate: true })),
    /do not add up|it was cut short/u,
  ],
  [
    'one cut in its data',
    (path) => truncateSync(path, 500),
    /it ends at byte 500, within archive\/data\.warc\.gz; it was cut short/u,
  ],
  [
    'one cut at its end',
    (path) => truncateSync(path, readFileSync(path).length - 10),
    /it was cut short, or something was put in/u,
  ],
  ['one with something behind it', (path) => appendFileSync(path, 'x'), /or something was put in/u],
]

test.each(STRANGE)('%s: one sentence', async (_, harm, sentence) => {
  const path = await exported()
  harm(path)
  await expect(verified(path)).rejects.toThrow(sentence)
})

test('no file, and a folder: one sentence', async () => {
  const folder = temporaryFolder()
  await expect(verified(join(folder, 'none.wacz'))).rejects.toThrow('there is no such file; check the path')
  await expect(verified(folder)).rejects.toThrow('that is a folder; name a file')
})
