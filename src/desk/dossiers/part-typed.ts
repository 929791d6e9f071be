/** A part of a dossier as its form has it. */
import type { Thing } from '../../record/as-of/things.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { Evidence } from '../../record/dossier/quoted.ts'
import { writtenAmount } from '../../record/dossier-file/figure-notation.ts'
import { calledBy, identifierLines, nameLines, relationLines, roleLines } from './actor-lines.ts'
import { evidenceFields } from './evidence-typed.ts'
import type { FieldName } from './part-forms.ts'
import type { Typed } from './typed.ts'

type Values = Readonly<Partial<Record<FieldName, string | null | undefined>>>

function amountLine(claim: Parameters<typeof writtenAmount>[0]): string {
  const written = writtenAmount(claim)
  return typeof written === 'string' ? written : `${written.comparator} ${written.value} ${written.unit}`
}

function signatoryLines(listed: readonly string[], { actors }: Dossier): string {
  const called = new Map(actors.map((actor) => [actor.id, calledBy(actor)]))
  return listed.map((id) => called.get(id) ?? id).join('\n')
}

function valuesOf({ type, value }: Thing, dossier: Dossier): Values {
  const { actors, places } = dossier
  switch (type) {
    case 'dossier':
      return { title: value.title, summary: value.summary, timeZones: value.timeZones.join(', ') }
    case 'actor': {
      const relations = relationLines(value.relations, [...actors, ...places])
      const roles = roleLines(value.roles, actors)
      return {
        actorKind: value.kind,
        names: nameLines(value.names),
        roles,
        relations,
        identifiers: identifierLines(value),
      }
    }
    case 'place':
      return { names: nameLines(value.names), within: value.in, identifiers: identifierLines(value) }
    case 'commitment':
      return { actor: value.actorId, what: value.what, supersedes: value.supersedes }
    case 'event':
      return { event: value.kind, date: value.date.edtf, due: value.due?.date?.edtf, dueWords: value.due?.words }
    case 'term':
      return { condition: value.what }
    case 'step':
      return { state: value.state, by: value.by, date: value.date.edtf }
    case 'demand': {
      const { addresseeId, what, date, commitmentId, declared, listed } = value
      const counted = { count: declared?.count.toString(), countOf: declared?.of }
      const signatories = signatoryLines(listed, dossier)
      return { addressee: addresseeId, asked: what, date: date.edtf, about: commitmentId, ...counted, signatories }
    }
    case 'reply':
      return { reply: value.kind, by: value.by, date: value.date.edtf }
    case 'figure':
      return { counted: value.what }
    case 'claim':
      return {
        by: value.by,
        claimant: value.claimant,
        figure: amountLine(value),
        date: value.date.edtf,
        since: value.since?.edtf,
      }
    case 'quoted':
      return {}
  }
}

/** What a part rests on by itself. */
export function evidenceOfThing(thing: Thing | null): readonly Evidence[] {
  if (thing === null) return []
  if (thing.type === 'quoted') return [{ ...thing.value, stance: 'supports' }]
  return 'evidence' in thing.value ? thing.value.evidence : []
}

/** The fields of a part's form, filled in with what stands. */
export function typedOf(thing: Thing, dossier: Dossier): Typed {
  const values = Object.entries(valuesOf(thing, dossier)).map(([name, value]) => [name, value ?? ''] as const)
  return new Map([...values, ...evidenceFields(evidenceOfThing(thing))])
}
