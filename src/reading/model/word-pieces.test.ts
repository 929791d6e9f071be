import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openModel } from '../../model/open-model.ts'
import { basicWords } from './basic-words.ts'
import { WordPieces } from './word-pieces.ts'

const { vocabulary } = await openModel('small')
const pieces = new WordPieces(vocabulary)

/** The same rules in a library that gives no offsets. */
const ORACLE = new Tokenizer(
  {
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary.map((piece, id) => [piece, id])),
    },
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    post_processor: null,
    added_tokens: [],
  },
  {},
)

function ids(text: string): readonly number[] {
  return basicWords(text).folded.flatMap((word) => pieces.idsOf(word))
}

const TEXTS = [
  'Ms O’Malley-Ünal said: “It’s over!” (at $3.50)',
  'Xinjiang 新疆 and Ürümqi, مرحبا, שלום, हिन्दी, ไทย, 한국어, ｶﾀｶﾅ',
  'a\u0301 e\u0301\u200b zero\u00adwidth ﬁne straße İstanbul 👩‍👩‍👧 😀',
  `${'long'.repeat(40)} ${'x'.repeat(100)} <b> a^b \`c\` ~d| \u0000 \ufffd`,
]

test.each(TEXTS)('%s', (text) => {
  expect(ids(text)).toEqual(ORACLE.encode(text, { add_special_tokens: false }).ids)
})

test('any text has the pieces that the oracle gives it', () => {
  fc.assert(
    // Where the library differs from the encoder's own tokeniser: ideographs beyond the first 65,536 characters are no
    // letters there, and line separators are.
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (any) => {
      const text = any.replace(/[\u2028\u2029\u{20000}-\u{2fa1f}]/gu, '')
      expect(ids(text)).toEqual(ORACLE.encode(text, { add_special_tokens: false }).ids)
    }),
  )
})

test('words stand in order in any text, lone surrogates among it, and none is empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const { starts, ends, folded } = basicWords(text)
      for (const [at, word] of folded.entries()) {
        expect(word).not.toBe('')
        expect(ends[at]).toBeGreaterThan(starts[at] ?? 0)
        expect(starts[at]).toBeGreaterThanOrEqual(ends[at - 1] ?? 0)
        expect(ends[at]).toBeLessThanOrEqual(text.length)
      }
    }),
  )
})
