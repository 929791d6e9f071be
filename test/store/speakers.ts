import { expect, test } from 'vitest'
import type { Coverage } from '../../src/record/coverage.ts'
import { coverageOf } from '../marked-coverage.ts'
import { EVERYTHING, type OpenEmpty, withStore } from './open-empty.ts'

/** The nth statement of an article. */
const said = (speaker: string, words: string, n = 1) => `[S${n}:${speaker}] [C${n}:said]: [Q${n}:“${words}”]`

/** The same coverage whose reading also gives the speaker's name in Chinese. */
function withChineseName(coverage: Coverage, name: string, chinese: string): Coverage {
  const span = [0, name.length] as const
  const also = [{ name: chinese, language: 'zh', script: 'Hani', span }]
  return {
    ...coverage,
    reading: { ...coverage.reading, names: [{ name, language: 'en', script: 'Latn', span, also }] },
  }
}

const SAME: readonly [one: string, other: string][] = [
  ['Mara Lee', 'Mara Lee'],
  ['Mara Lee', 'MARA LEE'],
  ['Mara Lee', 'Mara\u00a0 Lee'],
  ['Seán O’Malley', "Seán O'Malley"],
  ['Jean-Luc Roux', 'Jean‑Luc Roux'],
]

const OTHERS: readonly [one: string, other: string][] = [
  ['Mara Lee', 'Mara Lees'],
  ['Mara Lee', 'Lee Mara'],
  ['Seán Roux', 'Sean Roux'],
  ['Анна Рау', 'Anna Rau'],
]

export function speakerRules(open: OpenEmpty): void {
  test.each(SAME)('%s and %s are one speaker', (one, other) =>
    withStore(open, async (store) => {
      await store.addCoverage(coverageOf(said(one, 'First.')))
      await store.addCoverage(coverageOf(said(other, 'Second.')))
      const { items } = await store.speakers(EVERYTHING)
      expect(items).toMatchObject([{ statements: 2, articles: 2, names: [{ name: one, kind: 'official' }] }])
    }),
  )

  test.each(OTHERS)('%s and %s are two speakers', (one, other) =>
    withStore(open, async (store) => {
      await store.addCoverage(coverageOf(`${said(one, 'First.')}\n\n${said(other, 'Second.', 2)}`))
      expect((await store.speakers(EVERYTHING)).total).toBe(2)
    }),
  )

  test('most statements first', () =>
    withStore(open, async (store) => {
      await store.addCoverage(coverageOf(said('Ana Silva', 'One.')))
      await store.addCoverage(coverageOf(`${said('Mara Lee', 'One.')}\n\n${said('Mara Lee', 'Two.', 2)}`))
      await store.addCoverage(
        coverageOf(
          `${said('Tom Okoro', 'One.')}\n\n${said('Ana Silva', 'Two.', 2)}\n\n${said('Ana Silva', 'Three.', 3)}`,
        ),
      )
      const { items } = await store.speakers(EVERYTHING)
      expect(items.map(({ names, statements, articles }) => [names[0]?.name, statements, articles])).toEqual([
        ['Ana Silva', 3, 2],
        ['Mara Lee', 2, 1],
        ['Tom Okoro', 1, 1],
      ])
    }))

  test('a name printed beside in another script is a name of the speaker, and finds it', () =>
    withStore(open, async (store) => {
      await store.addCoverage(withChineseName(coverageOf(said('Mara Lee', 'One.')), 'Mara Lee', '李马拉'))
      await store.addCoverage(coverageOf(said('李马拉', '二。')))
      const { items } = await store.speakers({ ...EVERYTHING, words: '马拉' })
      expect(items).toMatchObject([
        {
          statements: 2,
          names: [
            { name: 'Mara Lee', language: 'en', script: 'Latn', kind: 'official' },
            { name: '李马拉', language: 'zh', script: 'Hani', kind: 'transliteration' },
          ],
        },
      ])
      expect((await store.speakers({ ...EVERYTHING, words: 'lee' })).items).toEqual(items)
      expect((await store.speakers({ ...EVERYTHING, words: 'okoro' })).items).toEqual([])
    }))

  test('a statement stands in its paragraph: newest article first, in each in the order of the text', () =>
    withStore(open, async (store) => {
      await store.addCoverage(
        coverageOf(`Rain fell.\n\n${said('Mara Lee', 'One.')} So it went.\n\nThe end.`, { headline: 'Old' }),
      )
      await store.addCoverage(
        coverageOf(`${said('Mara Lee', 'Two.')}\n\n${said('Mara Lee', 'Three.', 2)}`, { headline: 'New' }),
      )
      const [actor] = (await store.speakers(EVERYTHING)).items
      const speaker = await store.speaker(actor?.id ?? '', EVERYTHING)
      expect(speaker?.actor).toEqual(actor)
      expect(speaker?.statements).toMatchObject({
        total: 3,
        items: [
          { article: { headline: 'New' }, passage: 'Mara Lee said: “Two.”', passageStart: 0 },
          { article: { headline: 'New' }, passage: 'Mara Lee said: “Three.”', passageStart: 23 },
          { article: { headline: 'Old' }, passage: 'Mara Lee said: “One.” So it went.', passageStart: 12 },
        ],
      })
      const rain = await store.speaker(actor?.id ?? '', { ...EVERYTHING, words: 'rain' })
      expect(rain?.statements).toMatchObject({ total: 1, items: [{ article: { headline: 'Old' } }] })
    }))

  test('a statement without a speaker is kept and counts for nobody', () =>
    withStore(open, async (store) => {
      const { articleId } = await store.addCoverage(coverageOf('[Q:“Over,”] it was [C:said].'))
      expect((await store.article(articleId))?.statementRecords).toMatchObject([{ speakerId: null, speaker: null }])
      expect((await store.speakers(EVERYTHING)).total).toBe(0)
    }))
}
