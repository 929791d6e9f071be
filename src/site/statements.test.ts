import { parseHTML } from 'linkedom'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type AcceptedArticle, addAccepted } from '../../test/accepted-record.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { PUBLIC_ADDRESS, publicSite } from '../../test/public-site.ts'
import { AT_THE_MACHINE } from '../record/decisions.ts'
import type { Store } from '../record/store.ts'

const NOON = '2026-03-01T12:00:00.000Z'
const LATER = '2026-04-01T12:00:00.000Z'
let now = NOON
let store: Store
let ask: ReturnType<typeof publicSite>

beforeEach(async () => {
  now = NOON
  store = await openTestRecord({ folder: null, clock: { now: () => now } })
  ask = publicSite(store)
})
afterEach(() => store.close())

const LEE: AcceptedArticle = {
  notation:
    'It was late.\n\nIn the harbour [S:Mara Lee] [C:told] journalists [Q:the report would come “before the end of June”].\n\n[S2:Tom Ross] [C2:said] [Q2:the planted words are his].',
  article: {
    headline: 'Report in June',
    byline: 'Ana Ruiz',
    outlet: 'The Harbour Post',
    published: '2026-02-03',
    language: 'en',
    url: 'https://post.example/1',
  },
  statement: {
    kind: 'mixed',
    act: 'commit',
    saidOn: '2026-02-02',
    addressee: { name: 'journalists', mention: [0, 1] },
    chain: [{ name: 'Reuters', span: [0, 1] }],
  },
}

async function pageAt(path: string) {
  const response = await ask(path)
  const { document } = parseHTML(await response.text())
  return { status: response.status, document }
}

function text(element: { readonly textContent: string | null } | null): string {
  return (element?.textContent ?? '')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

test('the page of a statement says who said what to whom, how it came, where it is printed and who accepted it', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  const { status, document } = await pageAt(`/statements/${statementIds[0]}`)
  expect(status).toBe(200)
  expect(text(document.querySelector('h1'))).toBe('What Mara Lee said on 2 February 2026')
  expect(text(document.querySelector('.way'))).toBe('reported by The Harbour Post, citing Reuters')
  expect(text(document.querySelector('blockquote'))).toBe(
    'In the harbour Mara Lee told journalists the report would come “before the end of June”.',
  )
  expect(
    [...document.querySelectorAll('blockquote [data-statement]')].map((mark) => [mark.className, text(mark)]),
  ).toEqual([
    ['source', 'Mara Lee'],
    ['cue', 'told'],
    ['content', 'the report would come “before the end of June”'],
  ])
  const facts = [...document.querySelectorAll('dl div')].map((row) => text(row))
  expect(facts).toEqual(
    expect.arrayContaining([
      'Said by Mara Lee minister for water at the time',
      'To journalists read by machine',
      'Said 2 February 2026 read by machine',
      'Act commits to do something read by machine',
      'Content the report would come “before the end of June”',
      'On the record Accepted by an editor on 1 March 2026, 12:00 UTC',
      'Captured 1 March 2026, 12:00 UTC'.replace('Captured', 'Came as a file'),
    ]),
  )
  expect(text(document.querySelector('code'))).toMatch(/^[0-9a-f]{64}$/)
  const original = document.querySelector('a[rel~="external"]')
  expect([original?.getAttribute('href'), original?.getAttribute('hreflang')]).toEqual(['https://post.example/1', 'en'])
  expect(document.querySelector('a[href="/dossiers/dam"]')).not.toBeNull()
  expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
    `${PUBLIC_ADDRESS}/statements/${statementIds[0]}`,
  )
})

test('what nobody accepted is on no page and in no file', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  for (const path of [`/statements/${statementIds[1]}`, `/statements/${statementIds[1]}/cite.bib`, '/statements/none'])
    expect((await ask(path)).status).toBe(404)
  for (const path of [
    `/statements/${statementIds[0]}`,
    '/statements',
    '/statements?q=planted',
    '/outlets/The%20Harbour%20Post',
  ]) {
    const page = await (await ask(path)).text()
    expect(page.replace('value="planted"', '').replace(/holds “.*?”/, '')).not.toContain('planted')
  }
})

test('a name that files came under, and where they came from, are the desk’s', async () => {
  const { statementIds } = await addAccepted(store, { ...LEE, article: { ...LEE.article, headline: null } })
  for (const path of [`/statements/${statementIds[0]}`, '/statements', '/outlets/The%20Harbour%20Post'])
    expect(await (await ask(path)).text()).not.toContain('article.txt')
})

test('a translation stands beside the printed words, marked as whose it is, without the name of who made it', async () => {
  const { articleId, statementIds } = await addAccepted(store, LEE)
  const review = await store.reviews.article(articleId)
  const [one] = review?.statements ?? []
  const seen = { statementId: statementIds[0] ?? '', decisionId: one?.decisions.at(-1)?.id ?? null }
  const change = { translation: { language: 'fr', content: '<b>C’est fini.</b>' } }
  const textId = review?.article.textId ?? ''
  await store.reviews.take({ kind: 'change', seen, textId, change }, { by: AT_THE_MACHINE, reason: null })
  const { document } = await pageAt(`/statements/${statementIds[0]}`)
  expect(text(document.querySelector('blockquote[lang="fr"]'))).toBe('<b>C’est fini.</b>')
  expect(text(document.querySelector('[aria-labelledby="translations"] p'))).toMatch(/^Into French, by an editor on /u)
})

test('a withdrawn statement says that it was and since when, without its words; as of before, it stands', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  const statementId = statementIds[0] ?? ''
  now = LATER
  await store.dossiers.decide({
    statementId,
    verdict: 'withdrawn',
    by: AT_THE_MACHINE,
    reason: 'a mistake',
    speakerId: null,
    saidOn: null,
  })
  const path = `/statements/${statementId}`
  const { status, document } = await pageAt(path)
  expect(status).toBe(410)
  expect(text(document.querySelector('main'))).toBe(
    'This statement was withdrawn It was taken back by an editor on 1 April 2026, 12:00 UTC; since then its words are shown no more. The reason given: a mistake',
  )
  expect(document.querySelector('script[type="application/ld+json"]')).toBeNull()
  expect((await ask(`${path}/cite.json`)).status).toBe(404)
  const then = await pageAt(`${path}?asOf=2026-03-15`)
  expect([then.status, text(then.document.querySelector('.as-of'))]).toEqual([
    200,
    'As the record stood on 15 March 2026. Show it as it stands now',
  ])
  const { document: wrong } = await pageAt(`${path}?asOf=2026-02-30`)
  expect(text(wrong.querySelector('[role="alert"], h1'))).toContain('This statement was withdrawn')
})

test('a citation is text to copy and files to take along', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  const path = `/statements/${statementIds[0]}`
  const { document } = await pageAt(path)
  const fields = [...document.querySelectorAll('.cite textarea')].map((field) => text(field))
  expect(fields).toHaveLength(4)
  expect(fields[0]).toContain('Mara Lee. (2026, February 2).')
  for (const [file, type] of [
    ['cite.bib', 'application/x-bibtex'],
    ['cite.json', 'application/vnd.citationstyles.csl+json'],
  ] as const) {
    const response = await ask(`${path}/${file}`)
    expect(response.headers.get('Content-Type')).toContain(type)
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; filename="onrecord-\w+\.(bib|json)"$/)
    expect(fields.map((field) => field.replaceAll('&quot;', '"'))).toContain(
      (await response.text()).replace(/\s+/g, ' ').trim(),
    )
  }
})

test('the list is searched by words', async () => {
  await addAccepted(store, LEE)
  const counts = async (query: string) =>
    (await pageAt(`/statements?q=${query}`)).document.querySelectorAll('.statements li').length
  expect([await counts('june'), await counts('ross'), await counts('')]).toEqual([1, 0, 1])
  expect(text((await pageAt('/statements')).document.querySelector('.total'))).toBe(
    '1 accepted statement, the last accepted first.',
  )
})

test('an outlet has its articles and statements, under any spelling of its name', async () => {
  await addAccepted(store, LEE)
  for (const name of ['The%20Harbour%20Post', 'the%20harbour%20%20post']) {
    const { status, document } = await pageAt(`/outlets/${name}`)
    expect(status).toBe(200)
    expect(text(document.querySelector('.articles'))).toBe(
      '3 February 2026 Report in June by Ana Ruiz. Read it at post.example',
    )
    expect(document.querySelectorAll('.statements li')).toHaveLength(1)
  }
  expect((await ask('/outlets/Nobody')).status).toBe(404)
  expect((await ask('/outlets/%00')).status).toBe(404)
  expect((await ask('/outlets/The%20Harbour%20Post/cite.bib')).status).toBe(200)
})

test('who asks again with the tag of a page gets nothing new, until something changes', async () => {
  const { statementIds } = await addAccepted(store, LEE)
  const path = `/statements/${statementIds[0]}`
  const tag = (await ask(path)).headers.get('ETag') ?? ''
  expect((await ask(path, { 'If-None-Match': tag })).status).toBe(304)
  expect((await ask(path)).headers.get('Cache-Control')).toBe('public, max-age=0, s-maxage=60, must-revalidate')
  await store.dossiers.publish('dam', { isPublished: false, by: AT_THE_MACHINE })
  expect((await ask(path, { 'If-None-Match': tag })).status).toBe(200)
  expect((await ask('/statements/none')).headers.get('Cache-Control')).toBe('private, no-cache')
})
