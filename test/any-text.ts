import fc from 'fast-check'

/** Characters about which rules on words differ. */
const TELLING = [...'aZ1٣९éßİςʼ\'’"״-‐.,·・ 新疆がカ중กุёйأـم\u0301\u00ad\u200d\n', '\ufe0f', '\u{1f642}', '\u{1d7ce}']

/** Any text of at most `maxLength` characters, rich in those about which rules on words differ. No lone surrogates. */
export function anyText(maxLength: number): fc.Arbitrary<string> {
  const any = fc.nat({ max: 0x10ffff }).filter((code) => code < 0xd800 || code > 0xdfff)
  const character = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...TELLING) },
    any.map((code) => String.fromCodePoint(code)),
  )
  return fc.array(character, { maxLength }).map((characters) => characters.join(''))
}
