import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf } from './sentences.ts'

/** One text a case; | stands where one sentence ends and the next begins. */
const CASES: readonly string[] = [
  'It rained. |They left.',
  'Did it rain? |Yes! |They left…',
  'Mr. Lee met Dr. Park. |They left.',
  'John F. Kennedy spoke. |He left.',
  'The U.S. Senate met. |It voted.',
  'They live in the U.S. |The law is old.',
  'Acme Inc. rose. |Others fell.',
  'It began at 9 a.m. |Nobody came.',
  'It cost 3.5 million. |That was much.',
  'See example.org for more. |Or not.',
  '“It is over.” |She left.',
  '“Is it over?” she asked. |He nodded.',
  '“It is over,” she said. |“Go home.”',
  '(It rained.) |They left.',
  'It rained.\n\n|They left',
  'No stop here\n\n|Nor here',
  '结束了。|他们走了！|真的？',
  '「結束了。」|他們走了。',
  '终わった。|帰ろう。',
  'هل انتهى؟ |نعم.',
  'क्या हुआ। |कुछ नहीं।',
  'Wait... what happened? |Nothing.',
  'The firm Yahoo! was sold. |It fell.',
  'She is No. 1 here. |He is not.',
  'He said no. |She said yes.',
]

test.each(CASES)('%s', (marked) => {
  const text = marked.replaceAll('|', '')
  const found = sentencesOf(text).map(([start, end]) => text.slice(start, end))
  expect(found).toEqual(marked.split('|').map((sentence) => sentence.trim()))
})

test('every letter stands in exactly one sentence, whatever the text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', 'B', '.', '?', '。', '”', ' ', '\n', '\n\n', 'Mr', '\udc00'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      const sentences = sentencesOf(text)
      const gaps = [0, ...sentences.map(([, end]) => end)].map((from, index) =>
        text.slice(from, sentences[index]?.[0] ?? text.length),
      )
      expect(gaps.join('').trim()).toBe('')
      for (const [start, end] of sentences) expect(text.slice(start, end).trim()).toHaveLength(end - start)
    }),
    { numRuns: 1000 },
  )
})
