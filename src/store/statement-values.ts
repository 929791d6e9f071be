import { sql } from 'kysely'
import type { Id } from '../record/id.ts'
import { AS_READ, type PersonsValues } from '../record/review/persons-values.ts'
import { knownEdtf } from '../text/edtf-time.ts'

/** What is stored of a person's values beside the columns of a decision. */
type Columns = { readonly value: string | null; readonly speaker_id: Id | null; readonly said_on: string | null }

/** The JSON of a person's values; null where the columns of the decision say all of it. */
export function valuesJson(values: PersonsValues): string | null {
  const { speaker, saidOn, ...others } = values
  const isPlain =
    speaker?.is !== null && saidOn?.is !== null && JSON.stringify({ ...AS_READ, ...others }) === JSON.stringify(AS_READ)
  return isPlain ? null : JSON.stringify({ ...others, speaker, saidOn: saidOn && { is: saidOn.is?.edtf ?? null } })
}

type Stored = Omit<PersonsValues, 'saidOn'> & { readonly saidOn: { readonly is: string | null } | null }

/** The person's values that a decision's row holds. */
export function valuesOf({ value, speaker_id, said_on }: Columns): PersonsValues {
  if (value === null)
    return {
      ...AS_READ,
      speaker: speaker_id === null ? null : { is: speaker_id },
      saidOn: said_on === null ? null : { is: knownEdtf(said_on) },
    }
  const { saidOn, ...others } = JSON.parse(value) as Stored
  return { ...AS_READ, ...others, saidOn: saidOn && { is: saidOn.is === null ? null : knownEdtf(saidOn.is) } }
}

/**
 * Whom a statement was taken for: by the person, who may say that it was nobody, else by the machine. For a query over
 * decisions as `d`, their values as `v` and the readings of their statements as `s`.
 */
export const TAKEN_FOR_SQL = `case
  when d.speaker_id is not null then d.speaker_id
  when json_type(case when json_valid(v.value) then v.value end, '$.speaker') = 'object' then null
  else s.speaker_id end`

/** The same for a query that is built. */
export const TAKEN_FOR = sql.raw<Id | null>(TAKEN_FOR_SQL)
