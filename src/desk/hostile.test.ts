import { globSync, readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { localFetcher } from '../../test/local-web.ts'
import { coverageOf } from '../../test/marked-coverage.ts'
import { newsletterOf } from '../../test/newsletter/newsletter-of.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { NO_MAILS, ownerCookie } from '../../test/signed-in.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { handedInFiles } from '../gather/handed-in-files.ts'
import { pageTokenFile } from '../gather/page-token-file.ts'
import { followingWith } from '../jobs/follow-feed.ts'
import { createPages } from '../pages.ts'
import { openQueue } from '../queue/open-queue.ts'
import type { Queue } from '../record/queue.ts'
import type { Store } from '../record/store.ts'

const HOST = 'localhost:4600'

/** Words that would run, break out of an attribute, or turn the line around, if a page let them. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ' onfocus=alert(1) autofocus ',
  '</title></textarea></bdi><svg onload=alert(1)>',
  '\u202egnol si siht',
  '\u2066\u2067open for ever',
  '&lt;script&gt;',
  'javascript:alert(1)',
]

const clock = { now: () => '2026-11-24T05:41:00.000Z' }

let store: Store
let queue: Queue

beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock })
  queue = await openQueue({ folder: null, clock })
})
afterEach(async () => {
  await queue.close()
  await store.close()
})

/** A record in which everything that a page gives is hostile. */
async function record(words: string): Promise<string> {
  const plain = words.replace(/[[\]]/g, '')
  const notation = `[S:${plain}] [C:said] [Q:“${plain}”].`
  const coverage = coverageOf(notation)
  const article = {
    ...coverage.article,
    headline: words,
    outlet: words,
    byline: words,
    language: words,
    published: words,
    url: words,
  }
  const statements = coverage.reading.statements.map((statement) => ({
    ...statement,
    speaker: statement.speaker && { ...statement.speaker, role: words },
    candidates: [{ name: words, mention: [0, 1] as const }],
    addressee: { name: words, mention: [0, 1] as const },
    chain: [{ name: words, span: [0, 1] as const }],
    occasion: { kind: 'letter' as const, span: [0, plain.length] as const },
    saidOn: words,
    figures: [{ comparator: '~' as const, value: 3, unit: words, span: [0, 1] as const }],
  }))
  const reading = { reader: { name: words, version: words }, statements, names: [] }
  return (await store.addCoverage({ ...coverage, name: words, url: words, article, reading })).articleId
}

/** Jobs in each state of which everything is hostile. @returns the paths of their pages */
async function jobs(words: string): Promise<readonly string[]> {
  const group = queue.newGroup()
  const fault = { code: 'unreadable', sentence: words } as const
  const input = { name: words, bytes: Buffer.from(words), contentType: words, url: words, received: null }
  const ids = [await queue.addRefused({ name: words, fault }, { group })]
  for (const end of ['waiting', 'running', 'said', 'added', 'retried', 'set aside']) {
    const id = await queue.add({ kind: 'add-input', input }, { group })
    ids.push(id)
    if (end === 'waiting') await queue.add({ kind: 'add-url', url: words }, { group })
    else await queue.take({ kind: 'add-input', onlyAskedFor: false })
    if (end === 'said') await queue.done(id, { state: 'said', sentence: words })
    if (end === 'added')
      await queue.done(id, { state: 'added', input: words, articleId: 'A', headline: words, statements: 1 })
    if (end === 'retried') await queue.retry(id, { fault, notBefore: '2027-01-01T00:00:00.000Z' })
    if (end === 'set aside') await queue.setAside(id, fault)
  }
  return ['/desk/work', `/desk/added/${group}`, ...ids.map((id) => `/desk/work/${id}`)]
}

/** A feed of which everything is hostile that a person or a site gives. */
async function feed(words: string): Promise<void> {
  const { id } = await store.feeds.follow({ address: 'https://example.org/feed', title: words, words })
  const fault = { code: 'unreadable', sentence: words } as const
  await store.feeds.update(id, { fault, failures: 2, lookedAt: clock.now(), address: words })
}

async function page(path: string): Promise<{ html: string; document: ReturnType<typeof parseHTML>['document'] }> {
  const site = createPages({
    address: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, clock),
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    clock: { now: () => new Date().toISOString() },
    store,
    queue,
    following: followingWith({ feeds: store.feeds, fetcher: localFetcher(), queue }),
    samples: async () => [],
    addSampleDossier: async () => 'sample',
    port: () => 4600,
    report: (error) => {
      throw error
    },
  })
  const html = await (
    await site.request(`http://${HOST}${path}`, { headers: { Host: HOST, Cookie: await ownerCookie(store.accounts) } })
  ).text()
  return { html, document: parseHTML(html).document }
}

test.each(HOSTILE)('%j does nothing on any page', async (words) => {
  const id = await record(words)
  const speaker = (await store.speakers({ words: null, cursor: null, limit: 1 })).items[0]?.id
  await feed(words)
  const search = `/desk?q=${encodeURIComponent(words)}`
  for (const path of [
    ...(await jobs(words)),
    '/desk',
    search,
    `/desk/speakers${search.slice(5)}`,
    `/desk/articles/${id}`,
    '/desk/speakers',
    '/desk/feeds',
    `/desk/speakers/${speaker}`,
    `/${encodeURIComponent(words)}`,
  ]) {
    const { html, document } = await page(path)
    const scripts = [...document.querySelectorAll('script')]
    expect(
      scripts.every((script) => /^\/static\//.test(script.getAttribute('src') ?? '') && script.textContent === ''),
    ).toBe(true)
    expect(document.querySelectorAll('img, svg, iframe, object, embed, base, style')).toHaveLength(0)
    for (const element of document.querySelectorAll('*'))
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^style$|^srcdoc$|^autofocus$/)
        if (name === 'href' || name === 'action') expect(value).toMatch(/^(?:\/(?!\/)|#|https?:\/\/)/)
      }
    expect(document.querySelectorAll('main')).toHaveLength(1)
    expect(html.slice(0, html.indexOf('</title>'))).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
    // Words that turn the line stand in an element that ends what they began.
    if (/[\u202a-\u202e\u2066-\u2069]/.test(words))
      for (const element of document.querySelectorAll('body *'))
        if ([...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.includes(words)))
          expect(element.closest('bdi, p, h1, dd, textarea')).not.toBeNull()
  }
})

test('an address of the web is linked by its host, and gives the page no hold on ours', async () => {
  const coverage = coverageOf('It rained.')
  const url = 'https://example.org/a?b="c'
  const { articleId } = await store.addCoverage({ ...coverage, article: { ...coverage.article, url } })
  const link = (await page(`/desk/articles/${articleId}`)).document.querySelector('.facts a')
  expect([link?.getAttribute('href'), link?.textContent]).toEqual(['https://example.org/a?b=%22c', 'example.org'])
  expect(link?.getAttribute('rel')).toContain('noopener')
})

test('every attribute in a template is quoted: Hono escapes no spaces', () => {
  for (const file of globSync('src/{view,site}/**/*.ts').filter((name) => !name.endsWith('.test.ts'))) {
    const unquoted = /<[^<>`]*\s[a-z-]+=\$\{/.exec(readFileSync(file, 'utf8'))?.[0]
    expect({ file, unquoted }).toEqual({ file, unquoted: undefined })
  }
})
