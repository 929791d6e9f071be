import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reading } from '../../src/reading/statement.ts'
import type { ArticleRecord } from '../../src/record/records.ts'
import type { Store } from '../../src/record/store.ts'
import { coverageOf, readingOf } from '../marked-coverage.ts'
import { EVERYTHING, everythingIn, type OpenEmpty, withStore } from './open-empty.ts'

const BOTH = '[S:Mara Lee] [C:said]: [Q:“It is over.”]\n\n[Q2:“No,”] [C2:said] [S2:Tom Okoro].'
const FIRST = BOTH.replace('[Q2:“No,”] [C2:said] [S2:Tom Okoro]', '“No,” said Tom Okoro')
const WIDER = BOTH.replace('[C2:said] ', '[C2:said ]')

async function added(store: Store, notation: string): Promise<ArticleRecord> {
  const { articleId } = await store.addCoverage(coverageOf(notation))
  return articleOf(store, articleId)
}

async function articleOf(store: Store, id: string): Promise<ArticleRecord> {
  const article = await store.article(id)
  if (article === null) throw new Error(`no article ${id}`)
  return article
}

const idsOf = ({ statementRecords }: ArticleRecord) => statementRecords.map(({ id }) => id)

/** Any part of the statements of a text, in any version of a reader. */
const readings = (notation: string): fc.Arbitrary<Reading> =>
  fc
    .record({ statements: fc.subarray([...readingOf(notation).statements]), version: fc.constantFrom('1', '2', '3') })
    .map(({ statements, version }) => ({ reader: { name: 'marks', version }, statements, names: [] }))

export function readingRules(open: OpenEmpty): void {
  test('a later reading keeps the id of what it finds again, in other spans too', () =>
    withStore(open, async (store) => {
      const before = await added(store, BOTH)
      const outcome = await store.addReading(before.textId, readingOf(WIDER, '2'))
      const after = await articleOf(store, before.id)
      expect(outcome).toEqual({ readingId: after.readingId, kept: 2, added: 0, gone: 0 })
      expect(after.reader.version).toBe('2')
      expect(idsOf(after)).toEqual(idsOf(before))
      expect(after.statementRecords[1]?.cue).toEqual(readingOf(WIDER).statements[1]?.cue)
    }))

  test('what is no longer read leaves the lists and keeps its id for when it is found again', () =>
    withStore(open, async (store) => {
      const before = await added(store, BOTH)
      const [lee = '', okoro = ''] = idsOf(before)
      const speakerId = before.statementRecords[1]?.speakerId ?? ''
      expect(await store.addReading(before.textId, readingOf(FIRST, '2'))).toMatchObject({ kept: 1, added: 0, gone: 1 })
      expect(idsOf(await articleOf(store, before.id))).toEqual([lee])
      expect((await store.speakers(EVERYTHING)).items.map(({ names }) => names[0]?.name)).toEqual(['Mara Lee'])
      expect(await store.speaker(speakerId, EVERYTHING)).toMatchObject({
        actor: { statements: 0, articles: 0 },
        statements: { items: [], total: 0 },
      })
      expect(await store.addReading(before.textId, readingOf(BOTH, '3'))).toMatchObject({ kept: 2, added: 0, gone: 0 })
      expect(idsOf(await articleOf(store, before.id))).toEqual([lee, okoro])
      expect((await store.speaker(speakerId, EVERYTHING))?.statements.total).toBe(1)
    }))

  test('a new statement gets a new id and stands in its place in the text', () =>
    withStore(open, async (store) => {
      const before = await added(store, FIRST)
      expect(await store.addReading(before.textId, readingOf(BOTH, '2'))).toMatchObject({ kept: 1, added: 1, gone: 0 })
      const after = await articleOf(store, before.id)
      expect(after.statements).toBe(2)
      expect(idsOf(after)[0]).toBe(idsOf(before)[0])
      expect(new Set(idsOf(after)).size).toBe(2)
    }))

  test('reading twice changes nothing, whatever was read before', () =>
    fc.assert(
      fc.asyncProperty(fc.array(readings(BOTH), { minLength: 1, maxLength: 4 }), async (sequence) =>
        withStore(open, async (store) => {
          const { textId } = await added(store, BOTH)
          for (const reading of sequence) await store.addReading(textId, reading)
          const before = await everythingIn(store)
          const last = sequence.at(-1) ?? readingOf(BOTH)
          const again = await store.addReading(textId, last)
          expect(again).toMatchObject({ kept: last.statements.length, added: 0, gone: 0 })
          expect(await everythingIn(store)).toEqual(before)
        }),
      ),
      { numRuns: 15 },
    ))

  test('ids are stable: through any readings, a statement that is read has the id it was given first', () =>
    fc.assert(
      fc.asyncProperty(fc.array(readings(BOTH), { minLength: 1, maxLength: 5 }), async (sequence) =>
        withStore(open, async (store) => {
          const first = await added(store, BOTH)
          const idByContent = new Map(first.statementRecords.map(({ id, content }) => [JSON.stringify(content), id]))
          for (const reading of sequence) {
            await store.addReading(first.textId, reading)
            for (const { id, content } of (await articleOf(store, first.id)).statementRecords)
              expect(id).toBe(idByContent.get(JSON.stringify(content)))
          }
        }),
      ),
      { numRuns: 15 },
    ))

  test('a reading of a text that is not there is refused', () =>
    withStore(open, async (store) => {
      await expect(store.addReading('none', readingOf(BOTH))).rejects.toMatchObject({ code: 'no-such-text' })
    }))
}
