import { expect, test } from 'vitest'
import type { Coverage } from '../../src/record/coverage.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf } from '../marked-coverage.ts'
import { EVERYTHING, type OpenEmpty, withStore } from './open-empty.ts'

const PAGE = 'https://example.org/a'
const LEE = '[S:Mara Lee] [C:said]: [Q:“It is over.”]'
const OKORO = '[Q2:“No,”] [C2:said] [S2:Tom Okoro].'
const BOTH = `${LEE}\n\n${OKORO}`
const MOVED = `It rained.\n\n${BOTH}`
const OTHER = BOTH.replace('over', 'not over')

/** The page as it was fetched on a day of March 2026, in other bytes each time but for those of one `blob`. */
function on(day: number, notation: string, { blob = `${day}`, headline = 'News' } = {}): Coverage {
  const at = `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`
  const received = {
    via: 'fetch',
    askedUrl: null,
    at,
    status: 200,
    headers: [],
    address: null,
    recordId: null,
  } as const
  const bytes = Buffer.from(`${blob} ${notation}`)
  return coverageOf(notation, { url: PAGE, bytes, headline, received: { ...received, exchanges: [] } })
}

async function theArticle(store: Store) {
  const { items } = await store.articles(EVERYTHING)
  expect(items).toHaveLength(1)
  const article = await store.article(items[0]?.id ?? '')
  if (article === null) throw new Error('the article is listed and not there')
  return article
}

async function idsIn(store: Store) {
  return (await theArticle(store)).statementRecords.map(({ id }) => id)
}

async function daysOf(store: Store) {
  const { id } = await theArticle(store)
  return (await store.versions(id)).map(
    ({ capturedAt, stands }) => `${Number(capturedAt.slice(8, 10))}${stands ? '*' : ''}`,
  )
}

export function versionRules(open: OpenEmpty): void {
  test('the same text in other bytes of its page is another capture of the article', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(on(1, BOTH))
      expect(await store.addCoverage(on(2, BOTH))).toEqual({ state: 'known', articleId })
      expect(await daysOf(store)).toEqual(['1*'])
      expect((await theArticle(store)).captureCount).toBe(2)
      expect(await store.addCapture(on(2, BOTH))).toMatchObject({ id: articleId })
      expect(Buffer.from((await store.blob(on(2, BOTH).sha256)) ?? [])).toEqual(Buffer.from(on(2, BOTH).bytes))
    }))

  test('another text is a new version of the article, and what stands in it again keeps its id', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(on(1, BOTH))
      const [lee, okoro] = await idsIn(store)
      expect(await store.addCoverage(on(2, MOVED))).toEqual({ state: 'changed', articleId })
      expect(await idsIn(store)).toEqual([lee, okoro])
      expect(await theArticle(store)).toMatchObject({
        sha256: on(2, MOVED).sha256,
        text: expect.stringMatching(/^It rained/),
      })
      await store.addCoverage(on(3, OTHER))
      const [changed, kept] = await idsIn(store)
      expect(kept).toBe(okoro)
      expect(changed).not.toBe(lee)
      expect(await daysOf(store)).toEqual(['1', '2', '3*'])
      const first = (await store.versions(articleId))[0]?.textId ?? ''
      const version = await store.version(articleId, first)
      expect(version).toMatchObject({ text: on(1, BOTH).article.text, stands: false, url: PAGE })
      expect(version?.statementRecords.map(({ id, stillRead }) => [id, stillRead])).toEqual([
        [lee, false],
        [okoro, true],
      ])
    }))

  test('search and speakers follow the text that stands', () =>
    withStore(open, async (store) => {
      await store.addCoverage(on(1, BOTH))
      await store.addCoverage(on(2, LEE.replace('over', 'finished')))
      const found = async (words: string) => (await store.articles({ ...EVERYTHING, words })).total
      expect([await found('over'), await found('finished')]).toEqual([0, 1])
      expect((await store.speakers(EVERYTHING)).items.map(({ names }) => names[0]?.name)).toEqual(['Mara Lee'])
    }))

  test('a page that goes back to what it was has that text again, with the ids of then', () =>
    withStore(open, async (store) => {
      const first = on(1, BOTH, { blob: 'a' })
      const { articleId } = await store.addCoverage(first)
      const ids = await idsIn(store)
      await store.addCoverage(on(2, 'Nothing is said here.'))
      expect(await idsIn(store)).toEqual([])
      const again = on(3, BOTH, { blob: 'a' })
      expect(again.sha256).toBe(first.sha256)
      expect(await store.addCapture(again)).toMatchObject({ id: articleId, sha256: first.sha256 })
      expect(await idsIn(store)).toEqual(ids)
      expect(await store.versions(articleId)).toHaveLength(3)
    }))

  test('what was captured earlier and comes later is a version that does not stand', () =>
    withStore(open, async (store) => {
      await store.addCoverage(on(20, BOTH))
      const ids = await idsIn(store)
      expect(await store.addCoverage(on(10, `${LEE}\n\n[Q3:“Yes,”] [C3:said] [S3:Ann Diaz].`))).toMatchObject({
        state: 'changed',
      })
      expect(await daysOf(store)).toEqual(['10', '20*'])
      expect(await idsIn(store)).toEqual(ids)
      const { id } = await theArticle(store)
      const earlier = await store.version(id, (await store.versions(id))[0]?.textId ?? '')
      expect(earlier?.statementRecords.map((statement) => statement.id === ids[0])).toEqual([true, false])
      expect((await store.speakers(EVERYTHING)).total).toBe(2)
    }))

  test('a later reading of the text that stands keeps the ids of all versions', () =>
    withStore(open, async (store) => {
      await store.addCoverage(on(1, BOTH))
      const ids = await idsIn(store)
      await store.addCoverage(on(2, `It rained.\n\n${LEE}\n\n“No,” said Tom Okoro.`))
      expect(await idsIn(store)).toEqual([ids[0]])
      const { textId } = await theArticle(store)
      await store.addReading(textId, on(2, MOVED).reading)
      expect(await idsIn(store)).toEqual(ids)
    }))

  test('the headline is of the text: another one makes another version', () =>
    withStore(open, async (store) => {
      await store.addCoverage(on(1, BOTH))
      expect(await store.addCoverage(on(2, BOTH, { headline: 'Other news' }))).toMatchObject({ state: 'changed' })
      expect(await theArticle(store)).toMatchObject({ headline: 'Other news' })
    }))

  test('a file, and another address, are articles of their own', () =>
    withStore(open, async (store) => {
      await store.addCoverage(on(1, BOTH))
      await store.addCoverage(coverageOf(MOVED))
      await store.addCoverage({ ...on(2, OTHER), url: `${PAGE}?page=2` })
      expect((await store.articles(EVERYTHING)).total).toBe(3)
    }))

  test('everything written of versions is in the ledger, as it is stored', () =>
    withStore(open, async (store) => {
      for (const coverage of [on(1, BOTH), on(2, BOTH), on(4, OTHER), on(3, LEE)]) await store.addCoverage(coverage)
      const entries = await store.evidence.ledger(0)
      expect(entries.map(({ kind }) => kind).join(' ')).toBe(
        'archive-file capture text reading capture same-text capture text reading capture text reading',
      )
      for (const entry of entries) expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
      expect(await store.evidence.unledgered()).toEqual([])
    }))
}
