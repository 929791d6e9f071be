/** Characters that no reader sees and that would break words apart for a search: soft hyphens, zero-width spaces, byte order marks. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g

/** C0 and C1 controls other than white space: no text has them, and databases and XML refuse some. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g

/**
 * One line as a person reads it: white space of any kind is one space, nothing invisible, no control characters,
 * a lone surrogate shown as U+FFFD. Letters, quotation marks and dashes stay as printed.
 *
 * @returns possibly the empty string; every length in UTF-16 code units may have changed
 */
export function cleanLine(line: string): string {
  return line.toWellFormed().replace(CONTROL, '').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
}

/** A value for a person to read, or null where nothing is left of it. */
export function cleanOrNull(value: string | null | undefined): string | null {
  return cleanLine(value ?? '') || null
}
