import type { Fault } from '../article/fault.ts'
import type { Messages } from '../view/messages/messages.ts'

/** Browsers and servers take no longer ones. */
const MAX_ADDRESS_LENGTH = 8_192

/** As much of what is no address is shown. */
const MAX_SHOWN = 200

/** As many as a form may have files. */
const MAX_ADDRESSES = 10_000

/** With its scheme, or as people leave that out: "www.example.org", "example.org/news/1". */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:\/\/\S+|www\.[\w-]+\.\S+|(?:[\w-]+\.)+[a-z]{2,}\/\S*)$/iu

/** An address that is to be fetched, or why it is not. */
export type FormAddress = { readonly url: string } | { readonly name: string; readonly fault: Fault }

/** How a sentence calls what is no address: its beginning, without what the record takes no part of. */
function called(word: string): string {
  const clean = word.replaceAll('\0', '')
  return clean.length > MAX_SHOWN ? `${clean.slice(0, MAX_SHOWN).toWellFormed()}…` : clean
}

function addressOf(word: string, messages: Messages): FormAddress {
  const whole = word.includes('://') ? word : `https://${word}`
  const url = URL.parse(whole)
  if (whole.length <= MAX_ADDRESS_LENGTH && url !== null) return { url: url.href }
  const sentence = url === null ? messages.address.none : messages.address.tooLong(MAX_ADDRESS_LENGTH)
  return { name: called(word), fault: { code: 'unsupported', sentence } }
}

/**
 * The addresses in a pasted text, each once, in the order in which they stand there.
 *
 * @returns null where it holds anything else: then it is an article
 */
export function addressesIn(text: string, messages: Messages): readonly FormAddress[] | null {
  const words = text.trim().split(/\s+/u)
  if (!words.every((word) => ADDRESS.test(word))) return null
  const different = [...new Set(words)]
  const addresses = different.slice(0, MAX_ADDRESSES).map((word) => addressOf(word, messages))
  if (different.length <= MAX_ADDRESSES) return addresses
  const sentence = messages.address.tooMany(MAX_ADDRESSES)
  return [...addresses, { name: messages.pastedText, fault: { code: 'too-large', sentence } }]
}
