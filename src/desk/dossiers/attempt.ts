import type { Thing } from '../../record/as-of/things.ts'
import type { Evidence } from '../../record/dossier/quoted.ts'
import type { DossierEdit, PartChange } from '../../record/dossier-edit/dossier-edit.ts'
import type { Id } from '../../record/id.ts'
import type { Desk } from '../desk.ts'
import { actorIdFor } from './actor-id-for.ts'
import { calledBy } from './actor-lines.ts'
import { evidenceTyped } from './evidence-typed.ts'
import type { KeptDossier } from './kept-dossier.ts'
import { newSpeakers } from './new-speakers.ts'
import { type FormMode, type PartType, parentOf, restsOnEvidence } from './part-forms.ts'
import { evidenceOfThing } from './part-typed.ts'
import { readPart } from './read-part.ts'
import { type OpenName, type Signatories, signatoriesTyped } from './signatories.ts'
import { type FieldFaults, type Typed, TypedFields } from './typed.ts'

/** The part that a form is about. */
export type AskedPart = {
  readonly type: PartType
  readonly mode: FormMode
  readonly id: Id
  readonly of: Id
  readonly before: Thing | null
}

/** What a filled-in form comes to, before anything is written. */
export type Attempt = {
  /** Null where something is wrong, or a person has to choose first. */
  readonly edit: DossierEdit | null
  readonly faults: FieldFaults
  readonly evidence: readonly Evidence[]
  readonly open: readonly OpenName[]
  /** The names of actors that come with it. */
  readonly adds: readonly string[]
}

const NOBODY: Signatories = { listed: [], added: [], open: [] }

/** Reads a filled-in form. */
export async function attemptOf(
  { store }: Pick<Desk, 'store'>,
  { dossier, parts }: KeptDossier,
  { asked, typed, newId }: { readonly asked: AskedPart; readonly typed: Typed; readonly newId: () => Id },
): Promise<Attempt> {
  const fields = new TypedFields(typed)
  const { type, mode, before } = asked
  const id =
    type === 'actor' && mode === 'make'
      ? await actorIdFor(store, fields.text('names'), { dossier, spare: asked.id })
      : asked.id
  const of = parentOf(type, asked.of) ?? dossier.id
  const sources = { store, before: evidenceOfThing(before) }
  const evidence = restsOnEvidence(type, mode) ? await evidenceTyped(typed, fields, sources) : []
  const known = evidence.length > 0 || type === 'demand' ? await store.dossiers.actors() : []
  const named = type === 'demand' ? signatoriesTyped(fields, { dossier, known, newId }) : NOBODY
  const { listed: signatories, open } = named
  const things = readPart(fields, { type, mode, id, of, dossier, before, evidence, signatories, newId })
  const spoken = await newSpeakers(dossier, evidence, { speaker: (who, query) => store.speaker(who, query), known })
  const added = [...new Map([...spoken, ...named.added].map((actor) => [actor.id, actor])).values()]
  const supersedes = fields.text('row') || null
  const changes: readonly PartChange[] = [
    ...added.map((value): PartChange => {
      const row = parts.get(value.id)?.rowId ?? null
      return { kind: 'value', thing: { type: 'actor', of: null, value }, supersedes: row }
    }),
    ...things.map((thing, at): PartChange => ({ kind: 'value', thing, supersedes: at === 0 ? supersedes : null })),
  ]
  const isReady = fields.faults.size === 0 && open.length === 0
  return {
    edit: isReady ? { dossierId: dossier.id, changes, reason: null } : null,
    faults: fields.faults,
    evidence,
    open,
    adds: added.map(calledBy),
  }
}
