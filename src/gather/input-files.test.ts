import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import type { Fetcher, FetchOutcome } from '../record/fetcher.ts'
import { type InputSources, inputFiles } from './input-files.ts'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-inputs-'))
for (const inner of ['saved/more', 'saved/b_files', 'saved/lone_files', 'saved/.hidden', 'saved/page.html', 'none'])
  mkdirSync(join(folder, inner), { recursive: true })
for (const name of [
  'saved/b.html',
  'saved/A.HTM',
  'saved/more/c.txt',
  'saved/picture.png',
  'saved/._b.html',
  'saved/.hidden/d.txt',
  'saved/b_files/frame.html',
  'saved/b_files/picture.png',
  'saved/lone_files/e.txt',
])
  writeFileSync(join(folder, name), name)
symlinkSync('..', join(folder, 'saved/more/around'))
symlinkSync('itself', join(folder, 'saved/more/itself'))

/** A web of two pages: one can be fetched, one has always been seen before. */
const FETCHER: Fetcher = {
  fetch: async ({ url }): Promise<FetchOutcome> => {
    if (url.endsWith('/seen')) return { state: 'unchanged' }
    if (!url.endsWith('/page'))
      return { state: 'failed', fault: { code: 'not-found', sentence: 'no' }, mayPass: false, retryAfterMs: null }
    const input = { name: url, bytes: Buffer.from('words'), contentType: 'text/plain', url, received: null }
    return { state: 'fetched', input, etag: null, lastModified: null }
  },
  close: async () => undefined,
}

function sources(piped: string, note: (sentence: string) => void = () => undefined): InputSources {
  return { piped: Readable.from(piped === '' ? [] : [Buffer.from(piped)]), fetcher: FETCHER, note }
}

/** What `paths` below the folder give: a name for each input, "name: why" for each other. */
async function given(paths: readonly string[]): Promise<readonly string[]> {
  const named = paths.map((path) => (/^-$|:/.test(path) ? path : join(folder, path)))
  const outcomes = await Array.fromAsync(inputFiles(named, sources('')))
  return outcomes.map((outcome) =>
    ('archive' in outcome
      ? `archive ${outcome.archive.path}`
      : outcome.ok
        ? outcome.input.name
        : `${outcome.name}: ${outcome.fault.code}`
    ).replace(`${folder}/`, ''),
  )
}

test.each<[what: string, paths: readonly string[], given: readonly string[]]>([
  ['a folder', ['saved'], ['saved/A.HTM', 'saved/b.html', 'saved/lone_files/e.txt', 'saved/more/c.txt']],
  ['a file of any name', ['saved/picture.png'], ['saved/picture.png']],
  ['a folder without articles', ['none'], ['none: not-found']],
  ['no such file, and the one after it', ['lost.txt', 'saved/b.html'], ['lost.txt: not-found', 'saved/b.html']],
  ['an address', ['https://example.org/page'], ['https://example.org/page']],
  ['an address without a page', ['https://example.org/a'], ['https://example.org/a: not-found']],
  ['a page that is said to be unchanged', ['https://example.org/seen'], ['https://example.org/seen: unreadable']],
  ['standard input among files', ['saved/b.html', '-'], ['saved/b.html', 'standard input']],
])('%s', async (_, paths, expected) => {
  expect(await given(paths)).toEqual(expected)
})

test('standard input named twice has nothing more to give', async () => {
  const [first, second] = await Array.fromAsync(inputFiles(['-', '-'], sources('words')))
  expect(first).toMatchObject({ ok: true, input: { bytes: Buffer.from('words') } })
  expect(second).toMatchObject({ ok: true, input: { bytes: Buffer.from('') } })
})

test('what a folder has besides articles is counted once; what a browser saved beside a page is not', async () => {
  const notes: string[] = []
  await Array.fromAsync(
    inputFiles(
      [join(folder, 'saved')],
      sources('', (sentence) => notes.push(sentence)),
    ),
  )
  expect(notes).toEqual([
    `${join(folder, 'saved')}: 1 file was left out; of a folder, only files that end in .html, .htm, .xhtml, .mhtml, .mht, .pdf, .txt, .eml, .vtt, .srt, .warc, .warc.gz and .wacz are read`,
  ])
})

test.each<[path: string, says: RegExp]>([
  ['saved/b.html/more.html', /there is no such file/],
  [`${'x'.repeat(300)}.html`, /there is no such file/],
  ['saved/more/itself', /leads back to itself/],
])('%s is refused in plain words', async (path, says) => {
  const [outcome] = await Array.fromAsync(inputFiles([join(folder, path)], sources('')))
  expect(outcome).toMatchObject({ ok: false, fault: { sentence: expect.stringMatching(says) } })
  expect(JSON.stringify(outcome)).not.toMatch(/\bE[A-Z]{4,}\b/)
})

test('what is shaped as an address and is no file is one, and this is said', async () => {
  const here = process.cwd()
  process.chdir(folder)
  onTestFinished(() => process.chdir(here))
  mkdirSync('example.net')
  writeFileSync('example.com', 'words')
  const notes: string[] = []
  const paths = ['example.org/page', '127.0.0.1:8731/page', 'example.net/page', 'example.com', 'none.html']
  const outcomes = await Array.fromAsync(
    inputFiles(
      paths,
      sources('', (sentence) => notes.push(sentence)),
    ),
  )
  expect(outcomes.map((outcome) => ('input' in outcome ? outcome.input.name : 'no file'))).toEqual([
    'https://example.org/page',
    'http://127.0.0.1:8731/page',
    // Of a folder that is there, it is a file that is not.
    'no file',
    'example.com',
    'no file',
  ])
  expect(notes).toEqual([
    'example.org/page: no file is called so; it is taken for the address https://example.org/page',
    '127.0.0.1:8731/page: no file is called so; it is taken for the address http://127.0.0.1:8731/page',
  ])
})
