/** Every page, feed and file of the public, walked link by link: what nobody accepted is on none, and nothing hostile gets out. */
import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Store } from '../src/record/store.ts'
import { type AcceptedArticle, addAccepted } from './accepted-record.ts'
import { openTestRecord } from './open-test-record.ts'
import { PUBLIC_ADDRESS, publicSite } from './public-site.ts'
import { expandedJsonLd } from './schema-org.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'

let store: Store
let ask: ReturnType<typeof publicSite>

beforeEach(async () => {
  store = await openTestRecord({ folder: null, clock: { now: () => '2026-03-01T12:00:00.000Z' } })
  ask = publicSite(store)
})
afterEach(() => store.close())

/** What can be reached that no page links to by itself. */
const STARTS = [
  '/',
  '/dossiers',
  '/statements',
  '/statements?q=planted',
  '/dossiers?q=planted',
  '/feed.atom',
  '/feed.json',
]

/** The addresses on this site that a page or a feed names. */
function addressesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?:href=|"url":\s?)"([^"]+)"/g)]
    .map(([, href = '']) => URL.parse(href.replaceAll('&amp;', '&').replaceAll('&#39;', "'"), PUBLIC_ADDRESS))
    .filter((url) => url !== null && url.origin === PUBLIC_ADDRESS)
    .map((url) => `${url?.pathname}${url?.search}`)
    .filter((path) => !/^\/(?:static|desk)(?:\/|$)/.test(path))
}

/** Walks all that can be reached. @returns the answers by their paths */
async function walk(): Promise<
  ReadonlyMap<string, { readonly status: number; readonly type: string; readonly text: string }>
> {
  const found = new Map<string, { status: number; type: string; text: string }>()
  const ahead = [...STARTS]
  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    if (found.has(path)) continue
    const response = await ask(path)
    const text = await response.text()
    found.set(path, { status: response.status, type: response.headers.get('Content-Type') ?? '', text })
    if (found.size < 500) ahead.push(...addressesIn(text))
  }
  return found
}

const LEE: AcceptedArticle = {
  notation:
    '[S:Mara Lee] [C:said] [Q:the report would come].\n\n[S2:Tom Planted] [C2:said] [Q2:the planted words are his].',
  article: { headline: 'Report in June', outlet: 'The Harbour Post', language: 'en', url: 'https://post.example/1' },
}

/** Kinds of pages and files that a walk has to meet, so that none is left out of it. */
const KINDS = [
  /^\/$/,
  /^\/dossiers\/dam$/,
  /^\/statements\/\w+$/,
  /^\/statements\/\w+\/evidence$/,
  /^\/speakers\/\w+$/,
  /^\/outlets\/[\w%]+$/,
  /\/cite\.bib$/,
  /\/cite\.json$/,
  /^\/dossiers\/dam\/feed\.atom$/,
  /^\/dossiers\/dam\/feed\.json$/,
]

test('what nobody accepted, and a dossier that nobody published, are on no page, in no feed and in no file', async () => {
  const { statementIds, articleId } = await addAccepted(store, LEE)
  const other = smallDossier([saying(articleId, statementIds[0] ?? '')], { id: 'hidden', title: 'The planted dossier' })
  await store.dossiers.take(taken(other, { publish: false }))
  const found = await walk()
  for (const kind of KINDS)
    expect(
      [...found.keys()].some((path) => kind.test(path)),
      String(kind),
    ).toBe(true)
  for (const [path, { status, text }] of found) {
    expect([path, status]).toEqual([path, 200])
    // The words that were searched for are said back.
    expect(text.replace('value="planted"', '').replace(/“\u2068?planted\u2069?”/g, ''), path).not.toMatch(/planted/i)
  }
  for (const path of [`/statements/${statementIds[1]}`, '/dossiers/hidden', '/dossiers/hidden/feed.json'])
    expect((await ask(path)).status).toBe(404)
})

/** Words that would run, break out of an attribute, or turn the line around, if a page let them. */
const HOSTILE = [
  '</script><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></textarea></bdi><svg onload=alert(1)>',
  ']]></content><entry>',
  '\u202egnol si siht',
  '../../../etc/passwd%2e%2e',
  `${'A'.repeat(10_000)}`,
]

test.each(HOSTILE.map((words) => [words.slice(0, 40), words]))(
  'nothing gets out of its place: %s',
  async (_, words) => {
    const name = { name: words, language: null, script: 'Latn', kind: 'official' } as const
    const plain = words.replace(/[[\]]/g, '')
    await addAccepted(store, {
      notation: `[S:Mara Lee] [C:said] [Q:${plain}].`,
      article: { headline: words, byline: words, outlet: words, published: words, language: words, url: words },
      statement: {
        saidOn: words,
        speaker: { name: words, mention: [0, 1], role: words },
        addressee: { name: words, mention: [0, 1] },
        chain: [{ name: words, span: [0, 1] }],
      },
      via: [words],
      actor: {
        names: [name],
        roles: [{ title: words, of: null, when: null }],
        identifiers: [
          { scheme: 'url', value: words },
          { scheme: 'wikidata', value: words },
        ],
      },
      dossier: { title: words, summary: words },
    })
    for (const [path, { status, type, text }] of await walk()) {
      expect([path, status]).toEqual([path, 200])
      if (!type.startsWith('text/html')) continue
      const { document } = parseHTML(text)
      const scripts = [...document.querySelectorAll('script')]
      expect(
        scripts.every(
          (script) =>
            script.getAttribute('type') !== null && (script.getAttribute('src') ?? '/static/').startsWith('/static/'),
        ),
      ).toBe(true)
      expect(
        document.querySelectorAll('img, svg[onload], [onmouseover], [onerror], a[href^="javascript"]'),
      ).toHaveLength(0)
      const [data] = scripts.filter((script) => script.getAttribute('type') === 'application/ld+json')
      if (data !== undefined) expect((await expandedJsonLd(JSON.parse(data.textContent ?? ''))).faults).toEqual([])
    }
  },
)
