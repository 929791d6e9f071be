import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyText } from '../../test/any-text.ts'
import { fold } from './fold.ts'

const CASES: readonly [name: string, text: string, folded: string][] = [
  ['case', 'The UN', 'the un'],
  ['Latin accents', 'Équipe, Łódź, Ærø, naïve', 'equipe, lodz, aero, naive'],
  ['sharp s', 'STRAẞE Straße', 'strasse strasse'],
  ['Turkish i', 'İzmir Iğdır', 'izmir igdir'],
  ['Greek', 'Ἀθήναις ΣΟΦΟΣ σοφός', 'αθηναισ σοφοσ σοφοσ'],
  ['Cyrillic keeps й and ї', 'Чайкин Ёлкин Україна', 'чайкин елкин україна'],
  ['Cyrillic stress', 'за́мок ё́лка', 'замок елка'],
  ['Japanese keeps voicing marks', 'がぎ ｶﾞ', 'がぎ ガ'],
  ['Korean stays in syllables', '중국', '중국'],
  ['Thai keeps its vowels', 'กรุงเทพ', 'กรุงเทพ'],
  ['Hindi keeps its vowels', 'भारत की', 'भारत की'],
  ['Arabic points, tatweel and hamza', 'الأُمَـمُ آسيا', 'الامم اسيا'],
  ['Persian letters', 'ایران کشور', 'ايران كشور'],
  ['Hebrew points', 'שָׁלוֹם', 'שלום'],
  ['Hebrew double mark', 'צה״ל צה"ל', "צה'ל צה'ל"],
  ['kinds of apostrophe', 'O’Malley Oʼahu d´Or', "o'malley o'ahu d'or"],
  ['ligatures and width', 'ﬁne ＵＮ', 'fine un'],
  ['digits of any script', '١٢٣ ४५ ７', '123 45 7'],
  ['what cannot be seen', 'so\u00adft\u200d zero\u200bwidth', 'soft zerowidth'],
  ['dots in foreign names', '伊力哈木·土赫提 ジョン・スミス', '伊力哈木土赫提 ジョンスミス'],
  ['a Catalan dot stays', 'col·legi', 'col·legi'],
]

test.each(CASES)('%s', (_, text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText(40), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
    }),
    { numRuns: 2000 },
  )
})
