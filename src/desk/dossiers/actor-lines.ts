/** Names, roles, relations and identifiers as lines that a person writes: one a line, parts parted by " | ". */
import type { Actor, Identifier, Relation, RelationKind, Role } from '../../record/actors/actor.ts'
import { plainName, UNDETERMINED } from '../../record/dossier-file/to-dossier.ts'
import { MAX_NAME } from '../../record/line-fault.ts'
import type { ActorName } from '../../record/records.ts'
import { type Edtf, parseEdtf } from '../../text/edtf-time.ts'
import { mainName } from '../../view/actor-names.ts'
import type { TypedFields } from './typed.ts'

const PARTED = ' | '
const KINDS = ['official', 'alias', 'transliteration'] as const
const RELATIONS: readonly RelationKind[] = ['part of', 'office of', 'speaks for', 'also called']
const SCHEMES: readonly Identifier['scheme'][] = ['wikidata', 'isni', 'viaf', 'lei', 'url']
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/

/** Somebody or something that lines call by a name. */
export type Named = { readonly id: string; readonly names: readonly ActorName[] }

const partsOf = (line: string): readonly string[] => line.split('|').map((part) => part.trim())

/** What lines call it: its main name. */
export function calledBy({ id, names }: Named): string {
  return mainName(names)?.name ?? id
}

/** A name as a line: `新疆 | zh | official`, with only what does not follow from its letters and place. */
export function nameLines(names: readonly ActorName[]): string {
  return names
    .map((name, at) => {
      const plain = plainName(name.name, at === 0)
      const isPlain = plain.language === name.language && plain.kind === name.kind
      return isPlain ? name.name : [name.name, name.language ?? UNDETERMINED, name.kind].join(PARTED)
    })
    .join('\n')
}

/** Names of lines; the first one is what pages call it. */
export function namesTyped(fields: TypedFields, field: string): readonly ActorName[] {
  const lines = fields.lines(field, MAX_NAME + 40)
  if (lines.length === 0) fields.refuse(field, 'is empty; write at least one name')
  return lines.map((line, at) => {
    const [name = '', language, kind] = partsOf(line)
    const plain = plainName(name, at === 0)
    const known = KINDS.find((one) => one === kind)
    if (name === '' || name.length > MAX_NAME)
      fields.refuse(field, `has no name of 1 to ${MAX_NAME} characters in line ${at + 1}`)
    if (language !== undefined && language !== '' && !LANGUAGE.test(language))
      fields.refuse(field, `has no language in line ${at + 1}; write its tag, such as en, zh or zh-Hant`)
    if (kind !== undefined && known === undefined)
      fields.refuse(field, `says in line ${at + 1} what the name is; write official, alias or transliteration`)
    const tag = language === undefined || language === '' ? plain.language : language
    return { name, script: plain.script, language: tag === UNDETERMINED ? null : tag, kind: known ?? plain.kind }
  })
}

function whenTyped(
  fields: TypedFields,
  field: string,
  [text, line]: readonly [string | undefined, number],
): Edtf | null {
  if (text === undefined || text === '') return null
  const parsed = parseEdtf(text)
  if (parsed.ok) return parsed.time
  fields.refuse(field, `has no date in line ${line}: ${parsed.sentence}`)
  return null
}

function found(fields: TypedFields, field: string, [name, line]: readonly [string, number], all: readonly Named[]) {
  const known = all.filter(({ id, names }) => id === name || names.some((one) => one.name === name))
  const [only, another] = known
  if (only === undefined)
    fields.refuse(field, `names “${name}” in line ${line}, who is not in this dossier; add that first`)
  if (another !== undefined)
    fields.refuse(field, `names “${name}” in line ${line}, which several are called; write the id`)
  return only?.id ?? ''
}

/** Roles as lines: `title | at whom | since when/until when`. */
export function roleLines(roles: readonly Role[], all: readonly Named[]): string {
  const called = new Map(all.map((one) => [one.id, calledBy(one)]))
  return roles
    .map(({ title, of, when }) => [title, of === null ? '' : (called.get(of) ?? of), when?.edtf ?? ''])
    .map((parts) => parts.join(PARTED).replace(/(?: \| )+$/u, ''))
    .join('\n')
}

/** Roles of lines. */
export function rolesTyped(fields: TypedFields, field: string, all: readonly Named[]): readonly Role[] {
  return fields.lines(field).map((line, at) => {
    const [title = '', of = '', when] = partsOf(line)
    if (title === '') fields.refuse(field, `has no title in line ${at + 1}`)
    return {
      title,
      of: of === '' ? null : found(fields, field, [of, at + 1], all),
      when: whenTyped(fields, field, [when, at + 1]),
    }
  })
}

/** Relations as lines: `part of | whom | since when/until when`. */
export function relationLines(relations: readonly Relation[], all: readonly Named[]): string {
  const called = new Map(all.map((one) => [one.id, calledBy(one)]))
  return relations
    .map(({ kind, to, when }) => [kind, called.get(to) ?? to, ...(when === null ? [] : [when.edtf])].join(PARTED))
    .join('\n')
}

/** Relations of lines. */
export function relationsTyped(fields: TypedFields, field: string, all: readonly Named[]): readonly Relation[] {
  return fields.lines(field).map((line, at) => {
    const [typed = '', to = '', when] = partsOf(line)
    const kind = RELATIONS.find((one) => one === typed)
    if (kind === undefined)
      fields.refuse(field, `begins line ${at + 1} with no relation; write ${RELATIONS.join(', ')}`)
    return {
      kind: kind ?? 'part of',
      to: found(fields, field, [to, at + 1], all),
      when: whenTyped(fields, field, [when, at + 1]),
    }
  })
}

/** Identifiers as lines: `wikidata | Q42`. */
export function identifierLines({ identifiers }: Pick<Actor, 'identifiers'>): string {
  return identifiers.map(({ scheme, value }) => [scheme, value].join(PARTED)).join('\n')
}

/** Identifiers of lines. */
export function identifiersTyped(fields: TypedFields, field: string): readonly Identifier[] {
  return fields.lines(field).map((line, at) => {
    const [typed = '', value = ''] = partsOf(line)
    const scheme = SCHEMES.find((one) => one === typed)
    if (scheme === undefined || value === '')
      fields.refuse(field, `has no identifier in line ${at + 1}; write it as wikidata | Q42 (${SCHEMES.join(', ')})`)
    return { scheme: scheme ?? 'url', value }
  })
}
