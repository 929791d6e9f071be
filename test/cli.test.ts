import { spawn } from 'node:child_process'
import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MODEL_NAMES } from '../src/model/open-model.ts'
import { localSite, page, redirect } from './local-web.ts'

const BIN = new URL('../bin/onrecord.js', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))

type Ran = { readonly status: number | null; readonly out: string; readonly err: string }

/** Runs `onrecord` as a person would, with a record of its own. */
function run(args: readonly string[], input = '', more: NodeJS.ProcessEnv = {}): Promise<Ran> {
  const env = { ...process.env, ONRECORD_DATA: join(folder, 'data'), ...more }
  const child = spawn(process.execPath, [BIN, ...args], { env })
  const ran = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.err += text
  })
  // A command that refuses its arguments ends without reading what is piped in.
  child.stdin.on('error', () => undefined).end(input)
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, ...ran })))
}

function file(name: string, words: string): string {
  writeFileSync(join(folder, name), words)
  return join(folder, name)
}

function jsonLines(out: string) {
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const BODY = [
  '“The dam holds,” said Mara Lindqvist, the warden of the Tarn dam.',
  'It rained again in the valley on Monday, and the road to the village stayed closed for the whole of the day.',
]
const STORY = `Dam to open\n\n${BODY.join('\n\n')}\n`
const PAGE = `<html lang=en><title>Dam to open</title><article><h1>Dam to open</h1><p>${BODY.join('<p>')}</article>`
const story = file('story.txt', STORY)

test.each([
  [[], 2, /npm start/],
  [['help'], 0, /npx onrecord read/],
  [['read', '--help'], 0, /npx onrecord read/],
  [['add', '--', '--help'], 1, /--help: there is no such file/],
  [['fly'], 2, /there is no command "fly"/],
  [['read'], 2, /name the files or addresses to read/],
  [['read', '--format', 'xml', story], 2, /text, json or jsonld, not "xml"/],
  [['read', '--model', 'huge', story], 2, new RegExp(`${MODEL_NAMES.join(' or ')}, not "huge"`)],
  [['--version'], 0, /^onrecord \d+\.\d+\.\d+\n$/],
  [['read', '--colour', story], 2, /there is no option --colour here/],
  [['add', '-x.html'], 2, /^onrecord: there is no option -x here; .* "\.\/-…"\. .*\n$/],
  [['read', '--format'], 2, /the option --format is given .* without one/],
  [['read', '--jsonl', story], 2, /takes neither paths/],
  [['serve', story], 2, /serve takes no paths/],
  [['verify', story], 1, /it is no export of Onrecord/],
  [['verify', story, story], 2, /verify takes one export/],
  [['stamp', story], 2, /stamp takes nothing/],
  [['remove'], 2, /name one article/],
  [['remove', 'x'], 2, /say why with --reason/],
  [['remove', 'x', '--reason', 'because'], 1, /x: the record has no article of this id or address/],
  [['stamp'], 2, /set ONRECORD_TSA to the address/],
  [['worker'], 2, /one process/],
])('onrecord %j ends with %d', async (args, status, words) => {
  const ran = await run(args)
  expect(ran.status).toBe(status)
  expect(ran.out + ran.err).toMatch(words)
})

test.each([
  ['ONRECORD_PORT', '', /ONRECORD_PORT is ""; set it to a port number/],
  ['ONRECORD_PORT', 'web', /ONRECORD_PORT is "web"/],
  ['ONRECORD_DATA', '', /ONRECORD_DATA is ""; set it to a folder/],
])('%s set to "%s" is wrong use', async (name, value, words) => {
  const ran = await run(['serve'], '', { [name]: value })
  expect(ran.status).toBe(2)
  expect(ran.err).toMatch(words)
})

test('paths after "npm start" are relative to where it was typed', async () => {
  const typed = { npm_lifecycle_event: 'start', INIT_CWD: folder }
  expect((await run(['read', 'story.txt'], '', typed)).out).toContain('story.txt: 1 statement')
})

test('read prints one JSON line for each readable input and one sentence for each other', async () => {
  const huge = file('huge.html', '<p>')
  truncateSync(huge, 200 * 1024 * 1024)
  const bad = [file('empty.txt', ''), huge, join(folder, 'none.txt'), 'ftp://example.org/a']
  const ran = await run(['read', '--format', 'json', ...bad, story])
  expect(ran.status).toBe(1)
  const [read, ...others] = jsonLines(ran.out)
  expect(others).toEqual([])
  expect(Object.keys(read)).toEqual(['input', 'reader', 'article', 'statements'])
  const fields = ['headline', 'byline', 'outlet', 'published', 'language', 'names', 'text', 'url', 'sha256']
  expect(Object.keys(read.article)).toEqual(fields)
  expect(read.article.headline).toBe('Dam to open')
  const sentences = ran.err.trimEnd().split('\n')
  expect(sentences.map((sentence) => bad.findIndex((name) => sentence.startsWith(`onrecord: ${name}: `)))).toEqual([
    0, 1, 2, 3,
  ])
})

test('read says of each statement of a transcript when it was said, and of others nothing', async () => {
  const transcript = file(
    'council.vtt',
    'WEBVTT\n\n12:04.500 --> 12:08.000\n<v Mara Lee>The dam will hold until May.\n',
  )
  const ran = await run(['read', '--format', 'json', transcript, story])
  const [heard, printed] = jsonLines(ran.out)
  expect(heard.article.text).toBe('Mara Lee: The dam will hold until May.')
  expect(heard.statements).toMatchObject([{ speaker: { name: 'Mara Lee' }, timeCode: '00:12:04.500' }])
  expect(printed.statements[0].timeCode).toBeNull()
  expect((await run(['read', transcript])).out).toContain('indirect, predict, at 12:04\n')
})

test('read takes standard input, plain text or a page', async () => {
  const text = await run(['read', '-'], STORY)
  expect(text.err).toBe('')
  expect(text.out).toMatch(/^Dam to open\n/)
  expect(text.out).toMatch(/content +“The dam holds,”/)
  const page = await run(['read', '-', '--format', 'jsonld'], PAGE)
  expect(JSON.parse(page.out)).toMatchObject({ '@type': 'NewsArticle', headline: 'Dam to open' })
})

test('read --jsonl answers line by line, in order, and names bad lines', async () => {
  const good = (id: string | number) => JSON.stringify({ id, text: STORY })
  const given = [
    good('a'),
    'nonsense',
    '{"id":"b"}',
    '',
    '{"id":true,"text":"x"}',
    '{"id":1,"text":"x","published":2022}',
    '[]',
    good(7),
    '{"id":12345678901234567890,"text":"x"}',
    `{"id":"half","text":"Ana Lee said: “${'\\ud800'} it leaks.”"}\r`,
    '{"id":"empty","text":""}',
  ]
  const ran = await run(['read', '--jsonl'], `\ufeff${given.join('\n')}`)
  expect(ran.status).toBe(1)
  const lines = jsonLines(ran.out)
  expect(lines.map(({ id }) => id)).toEqual(['a', 7, 'half', 'empty'])
  const [start, end] = lines[0].statements[0].content[0]
  expect(STORY.slice(start, end)).toContain('The dam holds')
  expect(ran.err.trimEnd().split('\n')).toEqual([
    'onrecord: line 2: it is not JSON in UTF-8; give one JSON object a line',
    'onrecord: line 3: "text" is missing; give a string',
    'onrecord: line 5: "id" is not a string or a number of at most 15 digits; correct the line',
    'onrecord: line 6: "published" is not a string; correct the line',
    'onrecord: line 7: it is no JSON object; give {"id", "text"} a line',
    'onrecord: line 9: "id" is not a string or a number of at most 15 digits; correct the line',
  ])
})

test('pages are fetched from their addresses, and read in the encoding that their server names', async () => {
  const site = await localSite({
    '/old': redirect('/story'),
    '/story': page(STORY.replaceAll('“', '\x93').replaceAll('”', '\x94'), {
      'Content-Type': 'text/plain; charset=windows-1252',
    }),
    '/picture': page('', { 'Content-Type': 'image/png' }),
  })
  const old = `${site.origin}/old`
  const refused = await run(['read', old])
  expect(refused).toMatchObject({ status: 1, out: '' })
  expect(refused.err).toBe(
    `onrecord: ${old}: 127.0.0.1 is an address of this computer itself; set ONRECORD_ALLOW_PRIVATE_ADDRESSES to yes if that is meant\n`,
  )
  const record = {
    ONRECORD_ALLOW_PRIVATE_ADDRESSES: 'yes',
    ONRECORD_CONTACT: 'desk@example.org',
    ONRECORD_DATA: join(folder, 'fetched'),
  }
  const read = await run(['read', '--format', 'json', old, `${site.origin}/picture`], '', record)
  expect(read.status).toBe(1)
  expect(read.err).toBe(
    `onrecord: ${site.origin}/picture: this is a picture (image/png), not an article; add the page that shows it\n`,
  )
  expect(jsonLines(read.out)).toMatchObject([
    { input: old, article: { text: expect.stringContaining('“The dam holds,”'), url: `${site.origin}/story` } },
  ])
  expect(site.requests.at(-1)).toMatch(/User-Agent: Onrecord\/\d+\.\d+\.\d+ \(\+desk@example\.org\)\r\n/)
  expect(await run(['add', old], '', record)).toEqual({ status: 0, out: `${old}: added, 1 statement\n`, err: '' })
  expect((await run(['add', `${site.origin}/story`], '', record)).out).toMatch(/was there already, nothing changed/)
})

test('add says what was added and what was there already, and adds the rest after a bad input', async () => {
  const other = file('other.txt', STORY.replace('open', 'close').replace('holds', 'leaks'))
  expect(await run(['add', story])).toEqual({ status: 0, out: `${story}: added, 1 statement\n`, err: '' })
  const again = await run(['add', story, file('blank.html', ' '), other])
  expect(again.status).toBe(1)
  expect(again.out).toBe(`${story}: was there already, nothing changed (1 statement)\n${other}: added, 1 statement\n`)
  expect(again.err.trimEnd().split('\n')).toHaveLength(1)
})

test('verify says of the whole record that it is as it was, and names what was altered', async () => {
  const record = { ONRECORD_DATA: join(folder, 'verified') }
  await run(['add', story], '', record)
  const clean = await run(['verify'], '', record)
  expect(clean).toMatchObject({ status: 0, err: '' })
  expect(clean.out).toMatch(
    /^checked 4 ledger entries, \d+ statements? and 3 records .*: everything is as it was recorded\n$/u,
  )
  truncateSync(join(folder, 'verified', 'archive', 'onrecord-00001.warc.gz'), 500)
  const cut = await run(['verify'], '', record)
  expect(cut.status).toBe(1)
  expect(cut.out).toContain('onrecord-00001.warc.gz: it ends at byte 500')
})

test('an add that is broken off with Ctrl-C says so in one line, and another run adds the rest', async () => {
  const stories = Array.from({ length: 20 }, (_, at) => file(`part-${at}.txt`, STORY.replace('Dam', `Dam ${at}`)))
  const record = { ONRECORD_DATA: join(folder, 'broken-off') }
  const child = spawn(process.execPath, [BIN, 'add', ...stories], {
    env: { ...process.env, ...record },
    detached: true,
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let err = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text
  })
  // As a terminal does it: the whole group, when the first is added.
  child.stdout.once('data', () => process.kill(-(child.pid ?? 0), 'SIGINT'))
  expect(await ended).toBe(130)
  expect(err).toBe('onrecord: stopped; what was added stays; run it again for the rest\n')
  const again = await run(['add', ...stories], '', record)
  expect(again.status).toBe(0)
  expect(again.out).toMatch(/was there already/)
  expect(again.out.trimEnd().split('\n')).toHaveLength(20)
})
