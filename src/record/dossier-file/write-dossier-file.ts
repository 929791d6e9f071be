import type { Actor, Identifier, Place } from '../actors/actor.ts'
import type { Commitment, CommitmentEvent, Due } from '../commitments/commitment.ts'
import type { Demand } from '../dossier/demand.ts'
import type { QuotedItem } from '../dossier/dossier.ts'
import type { FigureSet } from '../dossier/figure.ts'
import type { Evidence, Quoted } from '../dossier/quoted.ts'
import type { Term } from '../dossier/term.ts'
import type { Id } from '../id.ts'
import type { ActorName } from '../records.ts'
import { defaultId, defaultQuotedIds } from './default-ids.ts'
import type { DossierFile } from './dossier-file.ts'
import { writtenAmount } from './figure-notation.ts'
import { FORMAT } from './schema.ts'
import { plainName, UNDETERMINED } from './to-dossier.ts'

/** Left out of the file: `JSON.stringify` writes no key whose value is undefined. */
const LEFT_OUT = undefined

const unlessNull = <T>(value: T | null) => value ?? LEFT_OUT
const unlessEmpty = <T>(list: readonly T[]) => (list.length === 0 ? LEFT_OUT : list)
const unlessSame = (id: Id, made: Id) => (id === made ? LEFT_OUT : id)

function writtenName(name: ActorName, at: number) {
  const plain = plainName(name.name, at === 0)
  const isPlain = plain.language === name.language && plain.script === name.script && plain.kind === name.kind
  return isPlain ? name.name : { ...name, language: name.language ?? UNDETERMINED }
}

function writtenIdentifiers(identifiers: readonly Identifier[]) {
  return identifiers.length === 0
    ? LEFT_OUT
    : Object.fromEntries(identifiers.map(({ scheme, value }) => [scheme, value]))
}

function writtenActor({ id, kind, names, roles, relations, identifiers }: Actor) {
  return {
    id,
    kind,
    names: names.map(writtenName),
    roles: unlessEmpty(roles.map(({ title, of, when }) => ({ title, of: unlessNull(of), when: when?.edtf }))),
    relations: unlessEmpty(relations.map((relation) => ({ ...relation, when: relation.when?.edtf }))),
    identifiers: writtenIdentifiers(identifiers),
  }
}

function writtenPlace({ id, names, in: within, identifiers }: Place) {
  return { id, names: names.map(writtenName), in: unlessNull(within), identifiers: writtenIdentifiers(identifiers) }
}

function writtenQuoted({ article, words, speakerId, saidOn, via, isPrimary }: Quoted) {
  return {
    article,
    words,
    by: unlessNull(speakerId),
    said: saidOn?.edtf,
    via: unlessEmpty(via),
    document: isPrimary ? true : LEFT_OUT,
  }
}

function writtenEvidence(evidence: readonly Evidence[]) {
  return evidence.map(({ stance, ...quoted }) => ({
    ...writtenQuoted(quoted),
    stance: stance === 'supports' ? LEFT_OUT : stance,
  }))
}

function writtenDue(due: Due | null) {
  if (due === null) return LEFT_OUT
  return due.words === null ? due.date?.edtf : { date: due.date?.edtf, words: due.words }
}

function writtenEvent(commitmentId: Id, { id, kind, date, due, evidence }: CommitmentEvent) {
  return {
    id: unlessSame(id, defaultId(commitmentId, date, kind)),
    date: date.edtf,
    event: kind,
    due: writtenDue(due),
    evidence: writtenEvidence(evidence),
  }
}

function writtenTerm({ id, what, steps }: Term) {
  return {
    id,
    what,
    steps: steps.map((step) => ({
      id: unlessSame(step.id, defaultId(id, step.date, step.state)),
      date: step.date.edtf,
      state: step.state,
      by: unlessNull(step.by),
      evidence: writtenEvidence(step.evidence),
    })),
  }
}

function writtenCommitment({ id, actorId, what, supersedes, events, terms }: Commitment) {
  return {
    id,
    actor: actorId,
    what,
    supersedes: unlessNull(supersedes),
    events: events.map((event) => writtenEvent(id, event)),
    terms: unlessEmpty(terms.map(writtenTerm)),
  }
}

function writtenDemand({ id, addresseeId, what, date, commitmentId, listed, declared, evidence, replies }: Demand) {
  return {
    id,
    addressee: addresseeId,
    what,
    date: date.edtf,
    about: unlessNull(commitmentId),
    signatories: unlessEmpty(listed),
    declared: unlessNull(declared),
    evidence: writtenEvidence(evidence),
    replies: unlessEmpty(
      replies.map((reply) => ({
        id: unlessSame(reply.id, defaultId(id, reply.date, reply.kind)),
        date: reply.date.edtf,
        reply: reply.kind,
        by: unlessNull(reply.by),
        evidence: writtenEvidence(reply.evidence),
      })),
    ),
  }
}

function writtenFigures({ id, what, claims }: FigureSet) {
  return {
    id,
    what,
    claims: claims.map((claim) => ({
      id: unlessSame(claim.id, defaultId(id, claim.date, claim.by ?? 'claim')),
      by: unlessNull(claim.by),
      claimant: unlessNull(claim.claimant),
      figure: writtenAmount(claim),
      date: claim.date.edtf,
      since: claim.since?.edtf,
      evidence: writtenEvidence(claim.evidence),
    })),
  }
}

function writtenItems(items: readonly QuotedItem[]) {
  const defaults = defaultQuotedIds(items.map(({ article }) => article))
  return items.map(({ id, ...quoted }, at) => ({ id: id === defaults[at] ? LEFT_OUT : id, ...writtenQuoted(quoted) }))
}

/**
 * Writes a dossier as a person would: what can be left out is left out, two spaces deep, in the order of the dossier.
 * `parseDossierFile` makes the same of it again, but for the ids of statements, which belong to one record.
 */
export function writeDossierFile({ dossier, articles }: DossierFile): string {
  const { id, title, summary, timeZones, actors, places, commitments, demands, figures, quoted } = dossier
  const file = {
    format: FORMAT,
    id,
    title,
    summary: unlessNull(summary),
    timeZones: unlessEmpty(timeZones),
    articles: unlessEmpty(
      articles.map((entry) => ({
        article: entry.article,
        url: unlessNull(entry.url),
        sha256: unlessNull(entry.sha256),
      })),
    ),
    actors: unlessEmpty(actors.map(writtenActor)),
    places: unlessEmpty(places.map(writtenPlace)),
    commitments: unlessEmpty(commitments.map(writtenCommitment)),
    demands: unlessEmpty(demands.map(writtenDemand)),
    figures: unlessEmpty(figures.map(writtenFigures)),
    quoted: unlessEmpty(writtenItems(quoted)),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}
