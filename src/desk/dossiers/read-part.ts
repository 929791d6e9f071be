/** What a form says of a part, as the things that are written. */
import type { Thing } from '../../record/as-of/things.ts'
import { type Due, EVENT_KINDS } from '../../record/commitments/commitment.ts'
import { isTimeZone } from '../../record/dossier/day-in-zones.ts'
import { REPLY_KINDS } from '../../record/dossier/demand.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { Evidence } from '../../record/dossier/quoted.ts'
import { TERM_STATES } from '../../record/dossier/term.ts'
import { figure } from '../../record/dossier-file/figure-notation.ts'
import type { Id } from '../../record/id.ts'
import { MAX_NAME } from '../../record/line-fault.ts'
import { identifiersTyped, namesTyped, relationsTyped, rolesTyped } from './actor-lines.ts'
import type { FormMode, PartType } from './part-forms.ts'
import type { TypedFields } from './typed.ts'

/** What a form is about, and what it is read with. */
export type PartAsked = {
  readonly type: PartType
  readonly mode: FormMode
  /** The part's own id; new where it is made. */
  readonly id: Id
  /** What it belongs to. */
  readonly of: Id
  readonly dossier: Dossier
  readonly before: Thing | null
  readonly evidence: readonly Evidence[]
  /** The actors that the lines of signatories are. */
  readonly signatories: readonly Id[]
  readonly newId: () => Id
}

type Read = (fields: TypedFields, asked: PartAsked) => readonly Thing[]

const idsOf = (things: readonly { readonly id: Id }[]) => things.map(({ id }) => id)

function dueTyped(fields: TypedFields): Due | null {
  const [date, words] = [fields.dateOrNull('due'), fields.lineOrNull('dueWords')]
  return date === null && words === null ? null : { date, words }
}

function eventThing(fields: TypedFields, { id, of, evidence }: Pick<PartAsked, 'id' | 'of' | 'evidence'>): Thing {
  const value = {
    id,
    kind: fields.choice('event', EVENT_KINDS),
    date: fields.pastDate('date'),
    due: dueTyped(fields),
    evidence,
  }
  return { type: 'event', of, value }
}

function stepThing(
  fields: TypedFields,
  { id, of, evidence, dossier }: Pick<PartAsked, 'id' | 'of' | 'evidence' | 'dossier'>,
): Thing {
  const by = fields.idOrNull('by', idsOf(dossier.actors))
  return {
    type: 'step',
    of,
    value: { id, state: fields.choice('state', TERM_STATES), by, date: fields.pastDate('date'), evidence },
  }
}

function claimThing(
  fields: TypedFields,
  { id, of, evidence, dossier }: Pick<PartAsked, 'id' | 'of' | 'evidence' | 'dossier'>,
): Thing {
  const [by, claimant] = [fields.idOrNull('by', idsOf(dossier.actors)), fields.lineOrNull('claimant')]
  if ((by === null) === (claimant === null))
    fields.refuse('by', 'and “claimed by, in words” need one of them filled in, not both')
  const amount = figure.safeParse(fields.text('figure'))
  if (!amount.success) fields.refuse('figure', 'is no figure; write it as >= 1,000,000 people')
  const { comparator, value, unit } = amount.data ?? { comparator: '=' as const, value: 0, unit: '' }
  const date = fields.pastDate('date')
  return {
    type: 'claim',
    of,
    value: { id, by, claimant, comparator, value, unit, date, since: fields.dateOrNull('since'), evidence },
  }
}

/** The terms of a commitment that is made: one a line, each as it was first spoken of. */
function termThings(fields: TypedFields, commitment: PartAsked): readonly Thing[] {
  return fields.lines('terms').flatMap((what): readonly Thing[] => {
    const id = commitment.newId()
    const { evidence, newId } = commitment
    const state = fields.choice('state', TERM_STATES)
    const by = fields.id('actor', idsOf(commitment.dossier.actors))
    const step = { id: newId(), state, by, date: fields.pastDate('date'), evidence }
    return [
      { type: 'term', of: commitment.id, value: { id, what } },
      { type: 'step', of: id, value: step },
    ]
  })
}

const READ: Readonly<Record<PartType, Read>> = {
  dossier: (fields, { id, before }) => {
    const timeZones = fields
      .text('timeZones')
      .split(/[\s,]+/)
      .filter((zone) => zone !== '')
    const wrong = timeZones.find((zone) => !isTimeZone(zone))
    if (wrong !== undefined)
      fields.refuse(
        'timeZones',
        `has “${wrong.slice(0, 60)}”, which is no time zone; write a name such as Europe/Zurich`,
      )
    const kept = before?.type === 'dossier' ? before.value : { actors: [], places: [], order: [] }
    return [
      {
        type: 'dossier',
        of: null,
        value: { ...kept, id, title: fields.line('title'), summary: fields.wordsOrNull('summary'), timeZones },
      },
    ]
  },
  actor: (fields, { id, dossier: { actors, places } }) => [
    {
      type: 'actor',
      of: null,
      value: {
        id,
        kind: fields.choice('actorKind', ['person', 'organisation', 'public body', 'group']),
        names: namesTyped(fields, 'names'),
        roles: rolesTyped(fields, 'roles', actors),
        relations: relationsTyped(fields, 'relations', [...actors, ...places]),
        identifiers: identifiersTyped(fields, 'identifiers'),
      },
    },
  ],
  place: (fields, { id, dossier }) => {
    const within = fields.idOrNull('within', idsOf(dossier.places))
    const [names, identifiers] = [namesTyped(fields, 'names'), identifiersTyped(fields, 'identifiers')]
    return [{ type: 'place', of: null, value: { id, names, in: within, identifiers } }]
  },
  commitment: (fields, asked) => {
    const { id, of, mode, dossier, evidence, newId } = asked
    const actorId = fields.id('actor', idsOf(dossier.actors))
    const supersedes = fields.idOrNull('supersedes', idsOf(dossier.commitments))
    const own: Thing = { type: 'commitment', of, value: { id, actorId, what: fields.line('what'), supersedes } }
    if (mode === 'change') return [own]
    return [own, eventThing(fields, { id: newId(), of: id, evidence }), ...termThings(fields, asked)]
  },
  event: (fields, asked) => [eventThing(fields, asked)],
  term: (fields, asked) => {
    const own: Thing = { type: 'term', of: asked.of, value: { id: asked.id, what: fields.line('condition') } }
    return asked.mode === 'change' ? [own] : [own, stepThing(fields, { ...asked, id: asked.newId(), of: asked.id })]
  },
  step: (fields, asked) => [stepThing(fields, asked)],
  demand: (fields, { id, of, dossier, evidence, signatories }) => {
    const [count, what] = [fields.text('count'), fields.lineOrNull('countOf', MAX_NAME)]
    if ((count === '') !== (what === null))
      fields.refuse('count', 'and “of what” belong together; fill in both or none')
    if (count !== '' && !/^[1-9]\d{0,8}$/.test(count)) fields.refuse('count', 'has to be a whole number, at least 1')
    const value = {
      id,
      addresseeId: fields.id('addressee', idsOf(dossier.actors)),
      what: fields.line('asked'),
      date: fields.pastDate('date'),
      commitmentId: fields.idOrNull('about', idsOf(dossier.commitments)),
      listed: signatories,
      declared: what === null ? null : { count: Number(count), of: what },
      evidence,
    }
    return [{ type: 'demand', of, value }]
  },
  reply: (fields, { id, of, dossier, evidence }) => {
    const by = fields.idOrNull('by', idsOf(dossier.actors))
    return [
      {
        type: 'reply',
        of,
        value: { id, kind: fields.choice('reply', REPLY_KINDS), by, date: fields.pastDate('date'), evidence },
      },
    ]
  },
  figure: (fields, asked) => {
    const own: Thing = { type: 'figure', of: asked.of, value: { id: asked.id, what: fields.line('counted') } }
    return asked.mode === 'change' ? [own] : [own, claimThing(fields, { ...asked, id: asked.newId(), of: asked.id })]
  },
  claim: (fields, asked) => [claimThing(fields, asked)],
  quoted: (_, { id, of, evidence, newId }) =>
    evidence.map(({ stance: _stance, ...quoted }, at) => ({
      type: 'quoted',
      of,
      value: { ...quoted, id: at === 0 ? id : newId() },
    })),
}

/** The things that a form says, its own first; only to be used where `fields` found no fault. */
export function readPart(fields: TypedFields, asked: PartAsked): readonly Thing[] {
  return READ[asked.type](fields, asked)
}
