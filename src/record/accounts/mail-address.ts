/** RFC 5321, section 4.5.3.1: the longest path, without its brackets. */
const MAX_LENGTH = 254

/** A local part and a domain with a dot, or `localhost`; neither white space nor what a header would take apart. */
const FORM = /^[^\s\p{C}@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}$/u

/**
 * A mail address as accounts keep it, so that the same one is one however it is typed.
 *
 * @returns it in lower case, or null where it is none
 */
export function mailAddress(typed: string): string | null {
  const address = typed.trim().normalize('NFC').toLowerCase()
  return address.length <= MAX_LENGTH && address.isWellFormed() && FORM.test(address) ? address : null
}
