import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { CURVE, isSigned, publicKeyOf, signatureOf } from './signature.ts'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: CURVE })
const signed = { publicKey: publicKeyOf(privateKey), signature: signatureOf('sha256:ab', privateKey) }

/** Numbers of 48 bytes whose base64 has a character that can be written in another way. */
function inAnotherForm(): { readonly publicKey: string; readonly signature: string } {
  for (;;) {
    const signature = signatureOf('sha256:ab', privateKey)
    if (/[+/]/u.test(signature))
      return { publicKey: signed.publicKey, signature: signature.replace(/\+/gu, '-').replace(/\//gu, '_') }
  }
}

const { privateKey: small } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const CASES: readonly [name: string, words: string, value: typeof signed, isGood: boolean][] = [
  ['as it was signed', 'sha256:ab', signed, true],
  ['other words', 'sha256:ac', signed, false],
  ['no key', 'sha256:ab', { ...signed, publicKey: '' }, false],
  ['no signature', 'sha256:ab', { ...signed, signature: '' }, false],
  ['another way to write the same bytes', 'sha256:ab', inAnotherForm(), false],
  [
    'a key of another kind',
    'sha256:ab',
    { publicKey: publicKeyOf(small), signature: signatureOf('sha256:ab', small) },
    false,
  ],
]

test.each(CASES)('%s', (_, words, value, isGood) => {
  expect(isSigned(words, value)).toBe(isGood)
})
