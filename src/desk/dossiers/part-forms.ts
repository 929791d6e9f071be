import type { Thing } from '../../record/as-of/things.ts'
import { EVENT_KINDS } from '../../record/commitments/commitment.ts'
import { REPLY_KINDS } from '../../record/dossier/demand.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import { TERM_STATES } from '../../record/dossier/term.ts'
import type { Id } from '../../record/id.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { calledBy } from './actor-lines.ts'

/** A part of a dossier that has a form. */
export type PartType = Thing['type']

/** Whether a form makes a part or changes one: what is made needs its first event, step or claim with it. */
export type FormMode = 'make' | 'change'

/** What a field is called in addresses, forms and messages. */
export type FieldName = keyof Messages['dossierDesk']['fields']

/** One field of a form. */
export type Field = {
  readonly name: FieldName
  readonly kind: 'line' | 'lines' | 'date' | 'choice'
  /** For a choice: what is sent, and what is read. */
  readonly options?: readonly (readonly [value: string, words: string])[]
  readonly isNeeded: boolean
}

const EVENT: readonly FieldName[] = ['event', 'date', 'due', 'dueWords']
const STEP: readonly FieldName[] = ['state', 'by', 'date']
const CLAIM: readonly FieldName[] = ['by', 'claimant', 'figure', 'date', 'since']

/** The fields of each part, in the order in which a person thinks of them. */
const NAMES: Readonly<
  Record<PartType, { readonly always: readonly FieldName[]; readonly made: readonly FieldName[] }>
> = {
  dossier: { always: ['title', 'summary', 'timeZones'], made: [] },
  actor: { always: ['actorKind', 'names', 'roles', 'relations', 'identifiers'], made: [] },
  place: { always: ['names', 'within', 'identifiers'], made: [] },
  commitment: { always: ['actor', 'what', 'supersedes'], made: [...EVENT, 'terms', 'state'] },
  event: { always: EVENT, made: [] },
  term: { always: ['condition'], made: STEP },
  step: { always: STEP, made: [] },
  demand: { always: ['addressee', 'asked', 'date', 'about', 'count', 'countOf', 'signatories'], made: [] },
  reply: { always: ['reply', 'by', 'date'], made: [] },
  figure: { always: ['counted'], made: CLAIM },
  claim: { always: CLAIM, made: [] },
  quoted: { always: [], made: [] },
}

const NEEDED: ReadonlySet<FieldName> = new Set([
  'title',
  'names',
  'actor',
  'what',
  'date',
  'condition',
  'addressee',
  'asked',
  'counted',
  'figure',
])
const LINES: ReadonlySet<FieldName> = new Set([
  'summary',
  'names',
  'roles',
  'relations',
  'identifiers',
  'terms',
  'signatories',
])
const DATES: ReadonlySet<FieldName> = new Set(['date', 'due', 'since'])

type Options = NonNullable<Field['options']>

/** What can be chosen, by the field; a field that is not here is typed. */
function optionsOf(
  { actors, places, commitments }: Dossier,
  messages: Messages,
): Readonly<Partial<Record<FieldName, Options>>> {
  const none = ['', messages.dossierDesk.none] as const
  const { commitments: says, terms, demands } = messages.dossier
  const who = actors.map((actor) => [actor.id, calledBy(actor)] as const)
  const promised = commitments.map(({ id, what }) => [id, what] as const)
  return {
    actor: [none, ...who],
    addressee: [none, ...who],
    by: [none, ...who],
    within: [none, ...places.map((place) => [place.id, calledBy(place)] as const)],
    about: [none, ...promised],
    supersedes: [none, ...promised],
    event: EVENT_KINDS.map((kind) => [kind, says.events[kind]] as const),
    state: TERM_STATES.map((state) => [state, terms.states[state]] as const),
    reply: REPLY_KINDS.map((kind) => [kind, demands.reply[kind]] as const),
    actorKind: (['person', 'organisation', 'public body', 'group'] as const).map(
      (kind) => [kind, messages.dossierDesk.kinds[kind]] as const,
    ),
  }
}

/** The fields of a part's form. */
export function fieldsOfPart(
  type: PartType,
  mode: FormMode,
  { dossier, messages }: { readonly dossier: Dossier; readonly messages: Messages },
): readonly Field[] {
  const options = optionsOf(dossier, messages)
  const { always, made } = NAMES[type]
  return [...always, ...(mode === 'make' ? made : [])].map((name) => {
    const own = options[name]
    const kind = own !== undefined ? 'choice' : LINES.has(name) ? 'lines' : DATES.has(name) ? 'date' : 'line'
    return { name, kind, isNeeded: NEEDED.has(name), ...(own !== undefined && { options: own }) }
  })
}

/** Whether a form has evidence: what is on the record because of what somebody said or printed. */
export function restsOnEvidence(type: PartType, mode: FormMode): boolean {
  if (type === 'commitment' || type === 'term' || type === 'figure') return mode === 'make'
  return type !== 'dossier' && type !== 'actor' && type !== 'place'
}

/** What can be added to a part. */
export const BELONGS: Readonly<Record<PartType, readonly PartType[]>> = {
  dossier: ['commitment', 'demand', 'figure', 'quoted', 'actor', 'place'],
  commitment: ['event', 'term'],
  term: ['step'],
  demand: ['reply'],
  figure: ['claim'],
  actor: [],
  place: [],
  event: [],
  step: [],
  reply: [],
  claim: [],
  quoted: [],
}

/** Whether a word of an address names a part that has a form. */
export function isPartType(word: string): word is PartType {
  return Object.hasOwn(NAMES, word)
}

/** What a part belongs to has to be of this kind. */
export function parentType(type: PartType): PartType | null {
  const found = Object.entries(BELONGS).find(([, parts]) => parts.includes(type))
  return (found?.[0] as PartType | undefined) ?? null
}

/** The part that a new one belongs to: actors and places belong to every dossier that names them. */
export function parentOf(type: PartType, of: Id): Id | null {
  return type === 'actor' || type === 'place' || type === 'dossier' ? null : of
}
