import type { z } from 'zod'

/** One thing that is wrong with the shape of a file: where, and the rest of a sentence. */
export type ShapeFault = { readonly path: readonly PropertyKey[]; readonly sentence: string }

type Issue = z.core.$ZodIssue

const KINDS: Readonly<Record<string, string>> = {
  string: 'text in quotation marks',
  object: 'an object, { … }',
  record: 'an object, { … }',
  array: 'a list, [ … ]',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

const kindInWords = (kind: string) => KINDS[kind] ?? kind

/** What the file holds at `path` of `value`; undefined for nothing. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  )
}

/** A value in a few words: `"met "`, `3`, `a list`. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const words = JSON.stringify(value) ?? 'nothing'
  return words.length > 60 ? `${words.slice(0, 60).toWellFormed()}…` : words
}

/** Of a value that may be text or an object, what is wrong with it as the kind that it is. */
function ofUnion(issue: Issue & { readonly code: 'invalid_union' }, file: unknown): readonly ShapeFault[] {
  const branch = issue.errors.find((errors) =>
    errors.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  )
  if (branch !== undefined)
    return branch.flatMap((inner) => shapeFault({ ...inner, path: [...issue.path, ...inner.path] } as Issue, file))
  const kinds = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_type' ? [kindInWords(inner.expected)] : []))
  return [
    { path: issue.path, sentence: `is ${inWords(valueAt(file, issue.path))}; it has to be ${kinds.join(' or ')}` },
  ]
}

/**
 * Says in a sentence what is wrong with a file by its schema.
 *
 * @param file what was parsed
 * @returns one for each thing, with where it stands
 */
export function shapeFault(issue: Issue, file: unknown): readonly ShapeFault[] {
  const value = valueAt(file, issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return [
        {
          path: issue.path,
          sentence:
            value === undefined
              ? `is missing; it has to be ${kindInWords(issue.expected)}`
              : `is ${inWords(value)}; it has to be ${kindInWords(issue.expected)}`,
        },
      ]
    case 'invalid_value':
      return [
        {
          path: issue.path,
          sentence: `${value === undefined ? 'is missing' : `is ${inWords(value)}`}; it has to be ${issue.values.map((one) => JSON.stringify(one)).join(', ')}`,
        },
      ]
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...issue.path, key],
        sentence: 'is no key that a dossier file has here; mend its spelling or take it out',
      }))
    case 'invalid_union':
      return ofUnion(issue, file)
    case 'invalid_key':
      return issue.issues.flatMap((inner) => shapeFault({ ...inner, path: issue.path } as Issue, file))
    default:
      // Sentences of our own, and limits with one.
      return [{ path: issue.path, sentence: issue.message }]
  }
}
