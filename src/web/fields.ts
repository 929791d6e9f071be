import type { Context } from 'hono'
import { takeOurForm } from './our-form.ts'
import type { FormOutcome } from './take-form.ts'
import type { Web } from './web.ts'

/** A longer field is cut, in UTF-16 code units, where nothing else is said. */
const MAX_FIELD = 4_000

/** A form of plain fields: whether it was taken, and what was typed; '' for a field that was not sent. */
export type Fields = {
  readonly form: FormOutcome
  readonly field: (name: string) => string
  /** All fields, by their names. */
  readonly typed: ReadonlyMap<string, string>
}

/** Takes in a form of ours of plain fields, as a person typed them; the record takes no NUL and no half of a character. */
export async function fieldsOf(web: Web, context: Context, maxField = MAX_FIELD): Promise<Fields> {
  const fields = new Map<string, string>()
  const form = await takeOurForm(web, context, {
    take: async ({ name, bytes }) => {
      const typed = Buffer.from(bytes.subarray(0, 4 * maxField)).toString('utf8')
      fields.set(name, typed.slice(0, maxField).toWellFormed().replaceAll('\0', ''))
    },
  })
  return { form, field: (name) => fields.get(name) ?? '', typed: fields }
}
