import { scriptOf } from '../../text/script.ts'
import { languageOfScript } from '../../text/script-language.ts'
import type { Actor, Identifier, Place } from '../actors/actor.ts'
import type { Commitment, CommitmentEvent, Due } from '../commitments/commitment.ts'
import type { Demand } from '../dossier/demand.ts'
import type { FigureSet } from '../dossier/figure.ts'
import type { Evidence, Quoted } from '../dossier/quoted.ts'
import type { Term } from '../dossier/term.ts'
import type { Id } from '../id.ts'
import type { ActorName } from '../records.ts'
import { defaultId, defaultQuotedIds } from './default-ids.ts'
import type { DossierFile } from './dossier-file.ts'
import type { DossierFileData } from './schema.ts'

type List<K extends 'actors' | 'places' | 'commitments' | 'demands' | 'figures' | 'quoted'> = NonNullable<
  DossierFileData[K]
>[number]
type CommitmentData = List<'commitments'>
type EventData = CommitmentData['events'][number]
type TermData = NonNullable<CommitmentData['terms']>[number]
type EvidenceData = EventData['evidence'][number]
type NameData = List<'actors'>['names'][number]

/** BCP 47 for a language that is not known, where the script alone would give one away. */
export const UNDETERMINED = 'und'

/** What a name is where its author only wrote it down; the first of a list is the official one. */
export function plainName(name: string, isFirst: boolean): ActorName {
  const script = scriptOf(name)
  return { name, language: languageOfScript(script), script, kind: isFirst ? 'official' : 'alias' }
}

function nameOf(data: NameData, at: number): ActorName {
  if (typeof data === 'string') return plainName(data, at === 0)
  const plain = plainName(data.name, at === 0)
  return {
    name: data.name,
    language: data.language === UNDETERMINED ? null : (data.language ?? plain.language),
    script: data.script ?? plain.script,
    kind: data.kind ?? plain.kind,
  }
}

function identifiersOf(data: List<'actors'>['identifiers']): readonly Identifier[] {
  return Object.entries(data ?? {}).map(([scheme, value]) => ({ scheme: scheme as Identifier['scheme'], value }))
}

function actorOf({ id, kind, names, roles = [], relations = [], identifiers }: List<'actors'>): Actor {
  return {
    id,
    kind,
    names: names.map(nameOf),
    roles: roles.map(({ title, of = null, when = null }) => ({ title, of, when })),
    relations: relations.map((relation) => ({ ...relation, when: relation.when ?? null })),
    identifiers: identifiersOf(identifiers),
  }
}

function placeOf({ id, names, in: within, identifiers }: List<'places'>): Place {
  return { id, names: names.map(nameOf), in: within ?? null, identifiers: identifiersOf(identifiers) }
}

function quotedOf({ article, words, by, said, via, document }: List<'quoted'>): Quoted {
  return {
    article,
    words,
    statementId: null,
    speakerId: by ?? null,
    saidOn: said ?? null,
    via: via ?? [],
    isPrimary: document ?? false,
  }
}

function evidenceOf({ stance = 'supports', ...quoted }: EvidenceData): Evidence {
  return { ...quotedOf(quoted), stance }
}

function dueOf(due: EventData['due']): Due | null {
  if (due === undefined) return null
  return 'kind' in due ? { date: due, words: null } : { date: due.date ?? null, words: due.words ?? null }
}

function eventOf(commitmentId: Id, { id, date, event, due, evidence }: EventData): CommitmentEvent {
  return {
    id: id ?? defaultId(commitmentId, date, event),
    kind: event,
    date,
    due: dueOf(due),
    evidence: evidence.map(evidenceOf),
  }
}

function termOf({ id, what, steps }: TermData): Term {
  return {
    id,
    what,
    steps: steps.map((step) => ({
      id: step.id ?? defaultId(id, step.date, step.state),
      state: step.state,
      by: step.by ?? null,
      date: step.date,
      evidence: step.evidence.map(evidenceOf),
    })),
  }
}

function commitmentOf({ id, actor, what, supersedes, events, terms = [] }: CommitmentData): Commitment {
  return {
    id,
    actorId: actor,
    what,
    supersedes: supersedes ?? null,
    events: events.map((event) => eventOf(id, event)),
    terms: terms.map(termOf),
  }
}

function demandOf(data: List<'demands'>): Demand {
  const { id, addressee, what, date, about = null, signatories = [], declared = null, replies = [] } = data
  return {
    id,
    addresseeId: addressee,
    what,
    date,
    commitmentId: about,
    listed: signatories,
    declared,
    evidence: data.evidence.map(evidenceOf),
    replies: replies.map((reply) => ({
      id: reply.id ?? defaultId(id, reply.date, reply.reply),
      kind: reply.reply,
      by: reply.by ?? null,
      date: reply.date,
      evidence: reply.evidence.map(evidenceOf),
    })),
  }
}

function figureSetOf({ id, what, claims }: List<'figures'>): FigureSet {
  return {
    id,
    what,
    claims: claims.map((claim) => ({
      id: claim.id ?? defaultId(id, claim.date, claim.by ?? 'claim'),
      by: claim.by ?? null,
      claimant: claim.claimant ?? null,
      ...claim.figure,
      date: claim.date,
      since: claim.since ?? null,
      evidence: claim.evidence.map(evidenceOf),
    })),
  }
}

/** A dossier of what a file holds; names, ids and stances that were left out are filled in. */
export function toDossier(data: DossierFileData): DossierFile {
  const quoted = data.quoted ?? []
  const defaults = defaultQuotedIds(quoted.map(({ article }) => article))
  return {
    dossier: {
      id: data.id,
      title: data.title,
      summary: data.summary ?? null,
      timeZones: data.timeZones ?? [],
      actors: (data.actors ?? []).map(actorOf),
      places: (data.places ?? []).map(placeOf),
      commitments: (data.commitments ?? []).map(commitmentOf),
      demands: (data.demands ?? []).map(demandOf),
      figures: (data.figures ?? []).map(figureSetOf),
      quoted: quoted.map(({ id, ...item }, at) => ({ id: id ?? (defaults[at] as Id), ...quotedOf(item) })),
    },
    articles: (data.articles ?? []).map(({ article, url = null, sha256 = null }) => ({ article, url, sha256 })),
  }
}
