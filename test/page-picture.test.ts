/** Pages pictured in the system's Chromium, from a site on this machine; nothing but what our rules allow reaches it. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findBrowser } from '../src/gather/browser/find-browser.ts'
import { type RenderPageOptions, renderPageIn } from '../src/gather/browser/render-page.ts'
import { keepPictureWith, withPicture } from '../src/jobs/keep-picture.ts'
import { verifyRecord } from '../src/jobs/verify/verify-record.ts'
import { openRecord } from '../src/open-record.ts'
import type { AddInput } from '../src/record/input.ts'
import type { RenderedPage } from '../src/record/rendering.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { hasBrowser, sayWithoutBrowser } from './browser-session.ts'
import { get, type LocalSite, localFetcher, localSite, page, redirect } from './local-web.ts'
import { coverageOf } from './marked-coverage.ts'
import { pngPixels } from './png-pixels.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Reads archives as the whole community does; what is not installed is not asked. */
const WARCIO = process.env['WARCIO']

const RED =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="200"><rect width="640" height="200" fill="#f00"/></svg>'
const BLUE = 'html, body { margin: 0; background: #00f } img { display: block }'

const ANSWERS = {
  '/style.css': page(BLUE, { 'Content-Type': 'text/css' }),
  '/red.svg': page(RED, { 'Content-Type': 'image/svg+xml' }),
  '/moved.svg': redirect('/red.svg'),
  '/endless.svg': () => undefined,
  '/frame': page('<body style="margin:0"><img src="/red.svg">', { 'Content-Type': 'text/html' }),
  '/harm': page('harm'),
} as const

function options(more: Partial<RenderPageOptions> = {}): RenderPageOptions {
  const browser = findBrowser(process.env['CHROMIUM_PATH'] ?? null, process.env)
  return { browser, userAgent: 'Onrecord/test', allowPrivate: true, clock: systemClock, ...more }
}

function html(words: string) {
  return { url: 'https://news.example/a', contentType: 'text/html; charset=utf-8', bytes: Buffer.from(words) }
}

/** Pictures a page. @throws where that fails */
async function pictured(words: string, more: Partial<RenderPageOptions> = {}): Promise<RenderedPage> {
  const outcome = await renderPageIn(options(more))(html(words))
  if (outcome.state === 'failed') throw new Error(outcome.sentence)
  return outcome.page
}

/** The paths that were asked for, in the order of the alphabet. */
function pathsOf({ requests }: Pick<LocalSite, 'requests'>): readonly string[] {
  return requests.map((request) => request.split(' ')[1] ?? '').toSorted()
}

/** Browsers of ours that are still there. */
function leftOver(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('onrecord-chromium-'))
}

sayWithoutBrowser()

describe.skipIf(!hasBrowser)('a page in the browser', { timeout: 120_000 }, () => {
  test('is pictured whole, with its images, styles and frames, and all that it loaded is kept', async () => {
    const { origin } = await localSite(ANSWERS)
    const words = `<link rel="stylesheet" href="${origin}/style.css"><img loading="lazy" src="${origin}/moved.svg">
<iframe src="${origin}/frame" style="display:block;border:0;width:640px;height:100px"></iframe>
<div style="height:3000px"></div>`
    const { picture, pdf, exchanges, browser } = await pictured(words)
    const { width, height, at } = pngPixels(picture)
    expect([width, height]).toEqual([1280, 3300])
    expect([at(10, 10), at(10, 250), at(10, 3290), at(700, 10)]).toEqual(['#ff0000', '#ff0000', '#0000ff', '#0000ff'])
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(browser).toMatch(/^Chrome\/\d+/)
    const loaded = new Set(exchanges.map(({ url }) => url.slice(origin.length)))
    for (const path of ['/style.css', '/moved.svg', '/red.svg', '/frame']) expect(loaded).toContain(path)
  })

  /** What a page tries, and which paths of the site are asked for all the same. */
  const TRIES: readonly [name: string, words: (origin: string) => string, asked: readonly string[]][] = [
    ['a script', (o) => `<script>new Image().src = '${o}/harm'; fetch('${o}/harm')</script>`, []],
    ['a script of the site', (o) => `<script src="${o}/harm"></script>`, []],
    ['an address that scripts', (o) => `<iframe src="javascript:fetch('${o}/harm')"></iframe>`, []],
    ['leading on', (o) => `<meta http-equiv="refresh" content="0;url=${o}/harm">`, []],
    ['an early connection', (o) => `<link rel="preconnect" href="${o}"><link rel="dns-prefetch" href="${o}">`, []],
    ['an image', (o) => `<img src="${o}/red.svg">`, ['/red.svg']],
    ['a download', (o) => `<iframe src="${o}/harm"></iframe><a download href="${o}/red.svg">`, ['/harm']],
  ]

  test.each(TRIES)('%s: asks for no more than it may, and the page stays what it was', async (_, words, asked) => {
    const site = await localSite(ANSWERS)
    const { picture } = await pictured(`<body style="margin:0;background:#0f0"><p>x</p>${words(site.origin)}`)
    expect(pathsOf(site)).toEqual(asked)
    expect(site.connections()).toBe(asked.length)
    expect(pngPixels(picture).at(1000, 500)).toBe('#00ff00')
  })

  test('nothing in a private network is connected to, by whatever name or redirect', async () => {
    const site = await localSite(ANSWERS)
    const names = [
      `127.0.0.1:${site.port}`,
      `localhost:${site.port}`,
      `rebound.example:${site.port}`,
      '169.254.169.254',
    ]
    const images = names.map((host) => `<img src="http://${host}/red.svg"><iframe src="http://${host}/frame"></iframe>`)
    const { refused, exchanges } = await pictured(`${images.join('')}<img src="file:///etc/passwd">`, {
      allowPrivate: false,
      resolve: async () => ['127.0.0.1'],
    })
    expect(site.connections()).toBe(0)
    expect(exchanges).toEqual([])
    expect(refused.filter(({ url }) => !url.endsWith('/favicon.ico')).length).toBeGreaterThanOrEqual(names.length)
  })

  test('what does not come is not waited for, and is named', async () => {
    const { origin } = await localSite(ANSWERS)
    const words = `<link rel="stylesheet" href="${origin}/style.css"><img src="${origin}/endless.svg">`
    const { picture, refused } = await pictured(words, { loadMs: 3_000 })
    expect(pngPixels(picture).at(500, 500)).toBe('#0000ff')
    expect(refused).toContainEqual({
      url: `${origin}/endless.svg`,
      sentence: 'the page was not waited for any longer',
    })
  })

  test('a page that takes too long is given up, and nothing of the browser stays', async () => {
    const before = leftOver()
    const outcome = await renderPageIn(options({ wholeMs: 1 }))(html('<p>x'))
    expect(outcome).toEqual({
      state: 'failed',
      sentence: 'the page could not be pictured: it was not done within 0 seconds',
      mayPass: true,
    })
    await pictured('<p>x')
    expect(leftOver().filter((name) => !before.includes(name))).toEqual([])
  })

  test('the picture is kept with the capture, bound to the ledger, and the archive is sound', async () => {
    const folder = temporaryFolder()
    const { store, archive } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
    onTestFinished(() => store.close())
    const notation = '[S:Mara Lee] [C:said] [Q:“It is over.”]'
    const { origin } = await localSite({
      ...ANSWERS,
      '/a': page(
        '<link rel="stylesheet" href="/style.css"><img src="/red.svg"><p>Mara Lee said “It is over.”'.replaceAll(
          /[“”]/g,
          '"',
        ),
        {
          'Content-Type': 'text/html',
        },
      ),
    })
    const add: AddInput = async (input) => {
      const { state, articleId } = await store.addCoverage(
        coverageOf(notation, { ...input, sha256: createHash('sha256').update(input.bytes).digest('hex') }),
      )
      return { state, input: input.name, articleId, headline: null, statements: 1 }
    }
    const outcome = await get(localFetcher(), `${origin}/a`)
    if (outcome.state !== 'fetched') throw new Error('not fetched')
    const added = await withPicture(add, keepPictureWith(renderPageIn(options()), store))(outcome.input)
    if (added.state === 'failed') throw new Error(added.fault.sentence)
    const id = (await store.article(added.articleId))?.statementRecords[0]?.id ?? ''
    const rendering = (await store.evidence.ofStatement(id))?.kept?.rendering
    if (!rendering) throw new Error('no picture')
    expect(pngPixels(await archive.blob(rendering.picture)).at(10, 10)).toBe('#ff0000')
    const kinds: string[] = []
    for (const entry of await store.evidence.ledger(0)) kinds.push(entry.kind)
    expect(kinds.at(-1)).toBe('rendering')
    const lines: string[] = []
    const out = async (line: string) => void lines.push(line)
    await verifyRecord({ evidence: store.evidence, archive, known: [], now: systemClock.now(), out })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('everything is as it was recorded')
    if (WARCIO !== undefined) execFileSync(WARCIO, ['check', '-v', join(folder, 'archive', 'onrecord-00001.warc.gz')])
  })
})

test.each<[name: string, render: Partial<RenderPageOptions>, contentType: string | null, says: RegExp]>([
  ['no browser', { browser: null }, 'text/html', /needs Chromium, which is not on this machine; install it/],
  ['no page', { browser: '/bin/false' }, 'application/pdf', /only web pages \(HTML\) are pictured/],
  ['no such program', { browser: '/no/such/program' }, null, /could not be pictured: spawn .*ENOENT/],
  ['another program', { browser: '/bin/false' }, 'text/html', /could not be pictured: the browser ended/],
])('%s: says so in a sentence', async (_, render, contentType, says) => {
  const outcome = await renderPageIn(options(render))({ ...html('<p>x'), contentType })
  expect(outcome.state === 'failed' && outcome.sentence).toMatch(says)
})
