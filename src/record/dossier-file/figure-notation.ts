import { z } from 'zod'
import type { Comparator } from '../dossier/figure.ts'
import { name } from './fields.ts'

/** A figure without who claims it. */
export type Amount = { readonly comparator: Comparator; readonly value: number; readonly unit: string }

const COMPARATORS = ['=', '>=', '<=', '>', '<', '~'] as const
const SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9 }
/** Beyond it, numbers of JSON are no longer exact. */
const MAX_VALUE = 1e15
const NOTATION =
  /^(?<comparator>>=|<=|>|<|~|=)? ?(?<digits>\d{1,3}(?:,\d{3})+|\d+)(?<decimals>\.\d+)?(?: (?<scale>thousand|million|billion)(?= ))? (?<unit>.+)$/u

/** Reads ">= 1,000,000 people", "<= 1.8 million people", "40 towns"; null where it is no figure. */
function amountIn(text: string): Amount | null {
  const groups = NOTATION.exec(text)?.groups
  if (groups === undefined) return null
  const { comparator, digits = '', decimals = '', scale, unit = '' } = groups
  const exponent = scale === undefined ? 0 : (SCALES[scale] ?? 0)
  const value = Number(`${digits.replaceAll(',', '')}${decimals}e${exponent}`)
  return value > MAX_VALUE ? null : { comparator: (comparator as Comparator | undefined) ?? '=', value, unit }
}

/** Writes an amount so that it is read back the same: in notation where that can be, else as an object. */
export function writtenAmount({ comparator, value, unit }: Amount): string | Amount {
  const text = `${comparator === '=' ? '' : `${comparator} `}${value} ${unit}`
  const read = amountIn(text)
  const isSame = read !== null && read.comparator === comparator && Object.is(read.value, value) && read.unit === unit
  return isSame ? text : { comparator, value, unit }
}

const unit = name('What is counted, in the claim’s words: "people".')

export const figure = z.union([
  z
    .string()
    .meta({
      description:
        'The figure: at least >=, at most <=, more than >, less than <, about ~, then the number and what it counts.',
      examples: ['>= 1,000,000 people', '<= 1.8 million people'],
    })
    .transform((text, context): Amount => {
      const amount = amountIn(text)
      const checked = amount === null ? null : unit.safeParse(amount.unit)
      if (amount !== null && checked?.success === true) return amount
      const message = checked?.error?.issues[0]?.message
      context.addIssue({
        code: 'custom',
        message:
          message === undefined
            ? 'is no figure; write it as ">= 1,000,000 people"'
            : `counts something that ${message}`,
      })
      return z.NEVER
    }),
  z.strictObject({
    comparator: z.enum(COMPARATORS),
    value: z.number().min(0, 'has to be 0 or more').max(MAX_VALUE, 'is too large to be kept exactly'),
    unit,
  }),
])
