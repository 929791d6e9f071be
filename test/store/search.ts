import fc from 'fast-check'
import { expect, test } from 'vitest'
import { searchWords } from '../../src/text/words.ts'
import { anyText } from '../any-text.ts'
import { coverageOf } from '../marked-coverage.ts'
import { EVERYTHING, type OpenEmpty, withStore } from './open-empty.ts'

/** A text, queries that find it, and queries that do not. */
const CASES: readonly [text: string, found: readonly string[], not: readonly string[]][] = [
  ['Envoys of the UN met.', ['UN', 'un', 'the un', 'met UN'], ['until', 'U', 'unmet']],
  ['They waited until noon.', ['until'], ['UN', 'un']],
  ['The U.N. said so.', ['UN', 'U.N.', 'u.n'], ['U.S.']],
  ['在新疆维吾尔自治区。', ['新疆', '自治区', '新', '维吾尔'], ['疆新', '新维', '北京']],
  ['他到了新，疆界已过。', ['新', '疆界'], ['新疆']],
  ['L’Équipe l’a écrit.', ["L'Équipe", 'Équipe', 'equipe', 'lequipe', 'L’ÉQUIPE'], ['equip', "d'équipe"]],
  ["Seán O'Malley’s letter.", ['O’Malley', "O'Malley", 'omalley', 'malley', 'sean'], ['alley', 'mall']],
  ['Jean-Luc co-operated.', ['Jean-Luc', 'jean luc', 'jeanluc', 'luc', 'cooperated', 'co-operated'], ['operate']],
  ['Jean Luc spoke.', ['Jean-Luc'], ['Luc-Jean', 'jeanluc']],
  ['Some 1,000,000 people; 2.5 of 1.500 on 2022-03-08.', ['1000000', '1,000,000', '2022', '1500'], ['1000001', '25']],
  ['Straße, Łódź, Ærø, İzmir, ﬁne', ['strasse', 'STRASSE', 'lodz', 'aero', 'izmir', 'fine'], ['strase']],
  ['Совет ООН, Ёлкин и Чайкин.', ['оон', 'елкин', 'Ёлкин', 'ЧАЙКИН'], ['чаикин', 'он']],
  ['قالت الأُمَمُ المتحدة ١٢٣', ['الأمم', 'الامم', 'المتحدة', '123'], ['امم متحد']],
  ['דובר צה"ל אָמַר', ['צה״ל', 'צה"ל', 'צהל', 'אמר'], ['דוב']],
  ['เขาอยู่ที่กรุงเทพมหานคร', ['กรุงเทพ', 'มหานคร'], ['เทพกรุง']],
  ['중국은 말했다', ['중국', '중국은'], ['국중']],
  ['とうきょうとトヨタ', ['トヨタ', 'とうきょう', 'ﾄﾖﾀ'], ['タヨト']],
  ['Ο πρόεδρος ΣΟΦΟΣ', ['προεδρος', 'σοφος'], ['σοφο']],
  ['Уповноважений Мар’яна', ["Мар'яна", 'марʼяна', 'маряна'], ["Мар'ян"]],
  ['a so\u00adft hy\u200bphen', ['soft', 'hyphen'], ['so']],
  ['"quoted" AND (NOT *starred* OR near)', ['"', 'AND', 'NOT starred', 'near* "or', '*'], ['quoted" OR "x', 'quot*']],
]

export function searchRules(open: OpenEmpty): void {
  test.each(CASES)('%s', (text, found, not) =>
    withStore(open, async (store) => {
      await store.addCoverage(coverageOf(text))
      await store.addCoverage(coverageOf('Nothing of the kind.'))
      const finds = async (words: string) =>
        (await store.articles({ ...EVERYTHING, words })).items.some(({ sha256 }) => sha256 === coverageOf(text).sha256)
      const results = await Promise.all([...found, ...not].map(async (words) => [words, await finds(words)]))
      expect(results).toEqual([...found.map((words) => [words, true]), ...not.map((words) => [words, false])])
    }),
  )

  test('words are found in headline, byline and outlet as in the text, and all have to be there', () =>
    withStore(open, async (store) => {
      const coverage = coverageOf('Rain fell.', { headline: 'Storm' })
      const article = { ...coverage.article, byline: 'Ana Silva', outlet: 'The Harbour Post' }
      await store.addCoverage({ ...coverage, article })
      const total = async (words: string) => (await store.articles({ ...EVERYTHING, words })).total
      for (const words of ['storm', 'silva', 'harbour post', 'rain', 'rain storm ana post'])
        expect(await total(words)).toBe(1)
      expect(await total('rain snow')).toBe(0)
    }))

  test('a clause at the end of a field and the start of the next make no word', () =>
    withStore(open, async (store) => {
      await store.addCoverage(coverageOf('疆界', { headline: '新' }))
      expect((await store.articles({ ...EVERYTHING, words: '新疆' })).total).toBe(0)
    }))

  test('every word of every article finds it', () =>
    withStore(open, async (store) => {
      await fc.assert(
        fc.asyncProperty(anyText(60), fc.nat(), async (text, at) => {
          fc.pre(!text.includes('\0'))
          const words = searchWords(text).flat()
          fc.pre(words.length > 0)
          const { articleId } = await store.addCoverage(coverageOf(text))
          const word = words[at % words.length] ?? ''
          const { items } = await store.articles({ ...EVERYTHING, words: word })
          expect(items.map(({ id }) => id)).toContain(articleId)
        }),
        { numRuns: 60 },
      )
    }))
}
