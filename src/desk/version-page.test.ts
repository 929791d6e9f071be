import { Hono } from 'hono'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { en } from '../view/messages/en.ts'
import type { Desk } from './desk.ts'
import { articleVersionsHtml, mountVersions } from './mount-versions.ts'
import { versionPage } from './version-page.ts'

const FIRST =
  '[S:Mara Lee] [C:said]: [Q:“It is over.”]\n\n[Q2:“No,”] [C2:said] [S2:Tom Okoro].\n\n[S3:Ann Diaz] [C3:said] [Q3:<b>].'
const SECOND =
  '[S:Mara Lee] [C:said]: [Q:“It is not over.”]\n\n[Q2:“No,”] [C2:said] [S2:Tom Okoro].\n\n[S3:Li Ming] [C3:asked] [Q3:why it rained].'

function on(day: number, notation: string) {
  const at = `2026-03-0${day}T12:00:00.000Z`
  const received = {
    via: 'fetch',
    askedUrl: null,
    at,
    status: 200,
    headers: [],
    address: null,
    recordId: null,
  } as const
  return coverageOf(notation, {
    url: 'https://example.org/a',
    bytes: Buffer.from(`${day} ${notation}`),
    headline: `News of day ${day}`,
    received: { ...received, exchanges: [] },
  })
}

async function twoVersions() {
  const store = await openTestRecord({ folder: null, clock: { now: () => '2026-11-24T05:41:00.000Z' } })
  const { articleId } = await store.addCoverage(on(1, FIRST))
  await store.addCoverage(on(2, SECOND))
  const versions = await store.versions(articleId)
  const [before, version] = await Promise.all(versions.map(({ textId }) => store.version(articleId, textId)))
  const article = await store.article(articleId)
  if (!article || !before || !version) throw new Error('a version is not there')
  return { store, article, versions, before, version }
}

test('a version shows what changed since the one before, word by word, and who says what otherwise', async () => {
  const { store, article, versions, before, version } = await twoVersions()
  const { document } = parseHTML(
    `<main>${versionPage({ article, version, before, versions, messages: en }).main}</main>`,
  )
  const words = (selector: string) => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent)
  expect(words('.about p')[0]).toContain('1 statement kept, 1 changed, 1 gone, 1 new.')
  expect(words('.changes li').map((line) => line?.replace(/\s+/gu, ' '))).toEqual([
    'Changed. Show it in the article Content “It is not over.”',
    'Gone: Ann Diaz said <b>',
    'New: why it rained',
  ])
  expect(words('.version p')).toEqual([
    'Mara Lee said: “It is not over.”',
    '“No,” said Tom Okoro.',
    'Ann Diaz said <b>.',
    'Li Ming asked why it rained.',
  ])
  expect(words('.version del, .version ins')).toEqual(['not ', 'Ann Diaz said <b>.', 'Li Ming asked why it rained.'])
  expect(words('.headlines')).toEqual(['The headline changed: News of day 12'])
  await store.close()
})

test('the first version says that it is', async () => {
  const { store, article, versions, before } = await twoVersions()
  const { main } = versionPage({ article, version: before, before: null, versions, messages: en })
  expect(String(main)).toContain(en.versions.first)
  await store.close()
})

test('an article’s page says what its text changed, and links its versions', async () => {
  const { store, article, versions } = await twoVersions()
  const said = String(await articleVersionsHtml(store, article.id, en))
  expect(said).toContain('1 statement kept, 1 changed, 1 gone, 1 new.')
  for (const { textId } of versions) expect(said).toContain(`/desk/articles/${article.id}/versions/${textId}`)
  await store.close()
})

test('the statements of an article are given as Web Annotations', async () => {
  const { store, article } = await twoVersions()
  const app = new Hono()
  mountVersions(app, { store } as unknown as Desk)
  const answer = await app.request(`/articles/${article.id}/annotations.jsonld`)
  expect(answer.headers.get('Content-Type')).toMatch(
    /^application\/ld\+json; profile="http:\/\/www\.w3\.org\/ns\/anno/u,
  )
  expect(await answer.json()).toMatchObject([
    { type: 'Annotation', target: [{ source: 'https://example.org/a' }, {}, {}] },
    {},
    {},
  ])
  await store.close()
})
