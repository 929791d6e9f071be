import { expect, test } from 'vitest'
import { coverageOf } from '../marked-coverage.ts'
import { EVERYTHING, everythingIn, NOON, type OpenEmpty, withStore } from './open-empty.ts'

const LEE = '[S:Mara Lee] [C:said]: [Q:“It is over.”]'

const UNCLEAN: readonly [name: string, headline: string, sentence: RegExp][] = [
  ['a NUL', 'a\0b', /article\.headline holds a NUL/u],
  ['a high surrogate alone', 'a\ud83d', /article\.headline holds half of a surrogate pair/u],
  ['a low surrogate alone', '\ude42b', /article\.headline holds half of a surrogate pair/u],
]

export function addingRules(open: OpenEmpty): void {
  test('an empty record answers everything with nothing', () =>
    withStore(open, async (store) => {
      expect(await store.articles(EVERYTHING)).toEqual({ items: [], total: 0, next: null })
      expect(await store.speakers(EVERYTHING)).toEqual({ items: [], total: 0, next: null })
      expect(await store.article('none')).toBeNull()
      expect(await store.speaker('none', EVERYTHING)).toBeNull()
      expect(await store.blob('none')).toBeNull()
    }))

  test('coverage comes back as it was added', () =>
    withStore(open, async (store) => {
      const bytes = Uint8Array.from([0, 255, 13, 10, 0])
      const names = [{ name: 'Mara Lee', language: 'en', script: 'Latn', span: [12, 20] as const, also: [] }]
      const plain = coverageOf(`Rain fell.\n\n${LEE}`, { bytes, headline: 'L’“Équipe” 新疆 🙂', name: 'a b.html' })
      const timeCodes = [
        [0, 1_500],
        [12, 724_000],
      ] as const
      const article = { ...plain.article, timeCodes }
      const coverage = { ...plain, article, reading: { ...plain.reading, names } }
      const { state, articleId } = await store.addCoverage(coverage)
      const { text, timeCodes: _, ...shown } = coverage.article
      const summary = {
        ...shown,
        id: articleId,
        sha256: coverage.sha256,
        name: 'a b.html',
        recordedAt: NOON,
        statements: 1,
      }
      expect(state).toBe('added')
      expect(articleId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/u)
      expect(await store.article(articleId)).toEqual({
        ...summary,
        text,
        timeCodes,
        textId: expect.any(String),
        readingId: expect.any(String),
        reader: { name: 'marks', version: '1' },
        readAt: NOON,
        names,
        captures: [
          {
            id: expect.any(String),
            url: null,
            name: 'a b.html',
            contentType: 'text/plain',
            recordedAt: NOON,
            received: null,
          },
        ],
        captureCount: 1,
        statementRecords: [
          {
            ...coverage.reading.statements[0],
            id: expect.any(String),
            articleId,
            speakerId: expect.any(String),
            stillRead: true,
          },
        ],
      })
      expect(await store.addCapture(coverage)).toEqual(summary)
      expect((await store.articles(EVERYTHING)).items).toEqual([summary])
      expect(new Uint8Array((await store.blob(coverage.sha256)) ?? [])).toEqual(bytes)
    }))

  test('the same bytes again are known and change nothing', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(coverageOf(LEE))
      const before = await everythingIn(store)
      expect(await store.addCoverage(coverageOf(LEE, { name: 'copy.txt' }))).toEqual({ state: 'known', articleId })
      expect(await store.addCapture(coverageOf(LEE, { name: 'copy.txt' }))).toMatchObject({ id: articleId })
      expect(await everythingIn(store)).toEqual(before)
    }))

  test('the same bytes at the same time give one article', () =>
    withStore(open, async (store) => {
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => store.addCoverage(coverageOf(LEE))))
      expect(outcomes.map(({ state }) => state).sort()).toEqual(['added', ...Array<string>(7).fill('known')])
      expect(new Set(outcomes.map(({ articleId }) => articleId)).size).toBe(1)
      expect((await store.articles(EVERYTHING)).total).toBe(1)
    }))

  test.each(UNCLEAN)('%s in a headline is refused and nothing is stored', (_, headline, sentence) =>
    withStore(open, async (store) => {
      const coverage = coverageOf(LEE)
      const unclean = { ...coverage, article: { ...coverage.article, headline } }
      await expect(store.addCoverage(unclean)).rejects.toMatchObject({
        code: 'unclean',
        message: expect.stringMatching(sentence),
      })
      expect(await everythingIn(store)).toEqual({ articles: [], speakers: [] })
    }),
  )

  test('bytes under a wrong digest are refused and nothing is stored', () =>
    withStore(open, async (store) => {
      const wrong = { ...coverageOf(LEE), sha256: '0'.repeat(64) }
      await expect(store.addCoverage(wrong)).rejects.toMatchObject({ code: 'wrong-digest' })
      expect(await everythingIn(store)).toEqual({ articles: [], speakers: [] })
    }))

  test('what is refused in the middle leaves nothing half-written', () =>
    withStore(open, async (store) => {
      const coverage = coverageOf(LEE)
      // Blob, article, text and words are written before the engine comes to the version and refuses it.
      const broken = { ...coverage, reading: { ...coverage.reading, reader: { name: 'marks', version: null } } }
      await expect(store.addCoverage(broken as never)).rejects.toThrow()
      expect(await everythingIn(store)).toEqual({ articles: [], speakers: [] })
      expect(await store.blob(coverage.sha256)).toBeNull()
      expect((await store.addCoverage(coverage)).state).toBe('added')
    }))
}
