import type { Fault } from '../article/fault.ts'
import { isNamedArchive } from '../record/archive-name.ts'
import { addressShaped } from '../record/typed-address.ts'
import type { Messages } from '../view/messages/messages.ts'

/** Browsers and servers take no longer addresses, and systems no longer paths. */
const MAX_LENGTH = 8_192

/** As much of what is neither is shown. */
const MAX_SHOWN = 200

/** As many as a form may have files. */
const MAX_PLACES = 10_000

/** A line that is a file's whole path, with its ending: "/data/news 1.warc.gz", "C:\news\a.wacz". */
const WHOLE_PATH = /^(?:\/|[a-z]:[\\/]|\\\\).*\.[a-z0-9]{2,5}$/iu

/** An address that is to be fetched, an archive's path, or why it is neither. */
export type FormPlace =
  | { readonly url: string }
  | { readonly path: string }
  | { readonly name: string; readonly fault: Fault }

/** How a sentence calls what is refused: its beginning, without what the record takes no part of. */
function called(word: string): string {
  const clean = word.replaceAll('\0', '')
  return clean.length > MAX_SHOWN ? `${clean.slice(0, MAX_SHOWN).toWellFormed()}…` : clean
}

function refused(word: string, sentence: string): FormPlace {
  return { name: called(word), fault: { code: 'unsupported', sentence } }
}

function addressOf(word: string, whole: string, messages: Messages): FormPlace {
  const url = URL.parse(whole)
  if (url === null) return refused(word, messages.address.none)
  return whole.length <= MAX_LENGTH ? { url: url.href } : refused(word, messages.address.tooLong(MAX_LENGTH))
}

function pathOf(line: string, messages: Messages): FormPlace {
  return isNamedArchive(line) && !line.includes('\0') && line.length <= MAX_LENGTH
    ? { path: line }
    : refused(line, messages.notAnArchive)
}

/** The places on a line: one path, which may have spaces, or addresses. Null where it holds anything else. */
function placesOf(line: string, messages: Messages): readonly (readonly [written: string, place: FormPlace])[] | null {
  // File managers copy a path within quotation marks.
  const unquoted = line.trim().replace(/^(["'])(.*)\1$/, '$2')
  if (WHOLE_PATH.test(unquoted)) return [[unquoted, pathOf(unquoted, messages)]]
  const words = line.split(/\s+/u).filter((word) => word !== '')
  const places: [string, FormPlace][] = []
  for (const word of words) {
    const whole = addressShaped(word)
    if (whole === null) return null
    places.push([word, addressOf(word, whole, messages)])
  }
  return places
}

/**
 * The addresses and paths of archives in a pasted text, each once, in the order in which they stand there.
 *
 * @returns null where it holds anything else: then it is an article
 */
export function placesIn(text: string, messages: Messages): readonly FormPlace[] | null {
  const different = new Map<string, FormPlace>()
  for (const line of text.split(/\r?\n|\r/)) {
    const places = placesOf(line, messages)
    if (places === null) return null
    for (const [written, place] of places) different.set(written, place)
  }
  const places = [...different.values()].slice(0, MAX_PLACES)
  if (different.size <= MAX_PLACES) return places
  const sentence = messages.address.tooMany(MAX_PLACES)
  return [...places, { name: messages.pastedText, fault: { code: 'too-large', sentence } }]
}
