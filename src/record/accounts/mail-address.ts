import { domainToASCII, domainToUnicode } from 'node:url'

/** RFC 5321, section 4.5.3.1, in bytes of UTF-8: the longest path without its brackets, and the longest local part. */
const MAX_BYTES = 254
const MAX_LOCAL_BYTES = 64
/** RFC 1035, in bytes of the form with `xn--`. */
const MAX_LABEL_BYTES = 63

/** Words with dots between, of any script (RFC 6531); neither white space nor what a header would take apart. */
const LOCAL = /^[^\s\p{C}@<>()[\]\\,;:".]+(?:\.[^\s\p{C}@<>()[\]\\,;:".]+)*$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/u
/** No domain of the world ends in digits alone; an IPv4 address does. */
const LAST_LABEL = /[a-z]/u
/** What a person may type in a domain. What is beyond it, as `%41`, would be read as something else. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.\u3002-]+$/u

const bytesOf = (words: string) => Buffer.byteLength(words, 'utf8')

/** A domain in letters, so that `xn--mller-kva.example` and `müller.example` are one; null where it is none. */
function mailDomain(typed: string): string | null {
  if (!TYPED_DOMAIN.test(typed)) return null
  const ascii = domainToASCII(typed)
  const labels = ascii.split('.')
  const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label) && label.length <= MAX_LABEL_BYTES)
  return isDomain && LAST_LABEL.test(labels.at(-1) ?? '') && ascii.length <= MAX_BYTES ? domainToUnicode(ascii) : null
}

/**
 * A mail address as accounts and the newsletter keep it, so that the same one is one however it is typed: in lower case,
 * composed, its domain in letters (IDN); the part before the "@" may be of any script (EAI).
 *
 * @returns null where it is none
 */
export function mailAddress(typed: string): string | null {
  const address = typed.trim().normalize('NFC')
  const at = address.lastIndexOf('@')
  if (at < 1 || !address.isWellFormed() || address.length > MAX_BYTES) return null
  const local = address.slice(0, at).toLowerCase().normalize('NFC')
  const domain = mailDomain(address.slice(at + 1))
  if (domain === null || !LOCAL.test(local) || bytesOf(local) > MAX_LOCAL_BYTES) return null
  const kept = `${local}@${domain}`
  return bytesOf(kept) <= MAX_BYTES ? kept : null
}
