import { z } from 'zod'
import { parseEdtf } from '../../text/edtf-time.ts'
import { isTimeZone } from '../dossier/day-in-zones.ts'
import { lineFault, MAX_LINE, MAX_NAME, MAX_WORDS, wordsFault } from '../line-fault.ts'

/** The simple values of a dossier file, each with what it means and the sentence that refuses it. */

type Check = (text: string) => string | null

/** A string that `faultOf` finds nothing wrong with. */
function checked(faultOf: Check, description: string, examples: readonly string[] = []) {
  return z
    .string()
    .meta({ description, ...(examples.length > 0 && { examples: [...examples] }) })
    .superRefine((text, context) => {
      const fault = faultOf(text)
      if (fault !== null) context.addIssue({ code: 'custom', message: fault })
    })
}

/** A name of an actor, place, agency or unit. */
export const name = (description: string) => checked((text) => lineFault(text, MAX_NAME), description)

/** One line of text. */
export const line = (description: string) => checked((text) => lineFault(text, MAX_LINE), description)

/** Text of several lines. */
export const words = (description: string) => checked((text) => wordsFault(text, MAX_WORDS), description)

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/

/** An id that the author chooses. */
export const id = (description: string) =>
  checked(
    (text) =>
      ID.test(text) ? null : 'is no id; use at most 200 letters without accents, digits, dots, hyphens and underscores',
    description,
  )

/** A date or interval, which comes out read. */
export const date = (description: string) =>
  z
    .string()
    .meta({
      description: `${description} EDTF, as precise as it is known.`,
      examples: ['2022-05-23', '2022-05', '2022-01~'],
    })
    .transform((text, context) => {
      const parsed = parseEdtf(text)
      if (parsed.ok) return parsed.time
      context.addIssue({ code: 'custom', message: `is no date: ${parsed.sentence}` })
      return z.NEVER
    })

/** A date that something happened on: it has a first and a last day. */
export const pastDate = (description: string) =>
  date(description).superRefine((time, context) => {
    if (time.kind === 'interval' && (typeof time.from === 'string' || typeof time.to === 'string'))
      context.addIssue({
        code: 'custom',
        message: `has no ${typeof time.from === 'string' ? 'beginning' : 'end'}; write on what day or days it happened, with ~ behind what is only about right`,
      })
  })

export const timeZone = checked(
  (text) => (isTimeZone(text) ? null : 'is no time zone; write a name of the IANA database, such as Europe/Zurich'),
  'A time zone of the IANA database.',
  ['Europe/Zurich'],
)

/** A file beside the dossier file, or an address. Anything else could lead out of the folder. */
function articleFault(text: string): string | null {
  const fault = lineFault(text, MAX_LINE)
  if (fault !== null) return fault
  if (/^https?:\/\/[^\s]+$/.test(text)) return null
  const parts = text.split('/')
  const leadsOut = /^[/~]|^[A-Za-z][\w+.-]*:|\\/.test(text) || parts.includes('..') || parts.includes('')
  return leadsOut
    ? 'is no article; write the name of a file beside the dossier file, or an address that begins with https://'
    : null
}

export const article = checked(articleFault, 'The article: a file beside this one, or its address.', [
  'straits-times-2021-12-10.html',
])

const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/
export const language = checked(
  (text) => (LANGUAGE.test(text) ? null : 'is no language; write its tag, such as en, zh or zh-Hant'),
  'Language, as a BCP 47 tag.',
  ['zh'],
)

export const script = checked(
  (text) =>
    /^[A-Z][a-z]{3}$/.test(text) ? null : 'is no script; write its code of ISO 15924, such as Latn, Hani, Arab',
  'Script, as an ISO 15924 code.',
  ['Hani'],
)

export const sha256 = checked(
  (text) => (/^[0-9a-f]{64}$/.test(text) ? null : 'is no SHA-256; it has 64 digits, 0 to 9 and a to f'),
  'SHA-256 of the bytes of the article, lower-case hex.',
)
