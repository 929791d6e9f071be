import { expect, test } from 'vitest'
import { paragraphsAround } from './paragraphs.ts'
import { type Span, wordsOf } from './span.ts'

/** `<` and `>` stand around each span; what is wanted is the paragraphs, parted by `/`. */
const CASES: readonly [text: string, paragraphs: string][] = [
  ['<one>', 'one'],
  ['<one> two', 'one two'],
  ['one\n\n<two>\n\nthree', 'two'],
  ['<one>\n\ntwo', 'one'],
  ['one\n\ntwo <three>', 'two three'],
  ['one\n\n<two\n\nthree> four\n\nfive', 'two/three four'],
  ['one\n\n<two>\n\nthree\n\nfour <five>', 'two/three/four five'],
  ['one\n\n\ud83d\ude42 <two>', '\ud83d\ude42 two'],
]

function read(notation: string): { readonly text: string; readonly spans: readonly Span[] } {
  const spans: Span[] = []
  let text = ''
  for (const part of notation.split(/(?=<)|(?<=>)/u)) {
    const words = part.replace(/[<>]/gu, '')
    if (part.startsWith('<')) spans.push([text.length, text.length + words.length])
    text += words
  }
  return { text, spans }
}

test.each(CASES)('%j', (notation, paragraphs) => {
  const { text, spans } = read(notation)
  expect(wordsOf(text, paragraphsAround(text, spans)).replaceAll('\n\n', '/')).toBe(paragraphs)
})
