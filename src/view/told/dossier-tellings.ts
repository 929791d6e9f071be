import type { Dossier } from '../../record/dossier/dossier.ts'
import { bounds } from '../../record/dossier/in-order.ts'
import type { Id } from '../../record/id.ts'
import type { DossierView, MovedLine } from '../../record/public-record.ts'
import { mainName } from '../actor-names.ts'
import type { Messages } from '../messages/messages.ts'
import type { Told } from './record-entries.ts'

type Part = Omit<Told, 'dossier' | 'recordedAt'>

/** A commitment that moved, as a line. */
export function movedTold(
  { dossier, actor, commitment, event, recordedAt }: MovedLine & { readonly recordedAt: string },
  messages: Messages,
): Told {
  const who = (actor && mainName(actor.names)?.name) ?? messages.notKnown
  const title = messages.outFeeds.moved(who, commitment.what, messages.dossier.commitments.events[event.kind])
  return { dossier, part: ['event', event.id], title, date: event.date, evidence: event.evidence, recordedAt }
}

/** The names of a dossier's actors by their ids. */
function namesIn({ actors }: Dossier, messages: Messages): (id: Id | null) => string {
  const names = new Map(actors.map(({ id, names: own }) => [id, mainName(own)?.name]))
  return (id) => names.get(id ?? '') ?? messages.notKnown
}

function commitmentParts(
  { commitments }: Dossier,
  nameOf: (id: Id | null) => string,
  messages: Messages,
): readonly Part[] {
  const { outFeeds: says, dossier: words } = messages
  return commitments.flatMap(({ actorId, what, events, terms }) => [
    ...events.map(
      ({ id, kind, date, evidence }): Part => ({
        part: ['event', id],
        title: says.moved(nameOf(actorId), what, words.commitments.events[kind]),
        date,
        evidence,
      }),
    ),
    ...terms.flatMap((term) =>
      term.steps.map(
        ({ id, state, date, by, evidence }): Part => ({
          part: ['step', id],
          title: says.term(term.what, words.terms.states[state], by === null ? null : nameOf(by)),
          date,
          evidence,
        }),
      ),
    ),
  ])
}

function demandParts({ demands }: Dossier, nameOf: (id: Id | null) => string, messages: Messages): readonly Part[] {
  const { outFeeds: says, dossier: words } = messages
  return demands.flatMap(({ id, addresseeId, what, date, evidence, replies }) => [
    { part: ['demand', id], title: says.demand(nameOf(addresseeId), what), date, evidence } as const,
    ...replies.map(
      (reply): Part => ({
        part: ['reply', reply.id],
        title: says.reply(what, words.demands.reply[reply.kind]),
        date: reply.date,
        evidence: reply.evidence,
      }),
    ),
  ])
}

function figureParts({ figures }: Dossier, nameOf: (id: Id | null) => string, messages: Messages): readonly Part[] {
  const { outFeeds: says, dossier: words } = messages
  return figures.flatMap(({ what, claims }) =>
    claims.map(
      ({ id, by, claimant, comparator, value, unit, date, evidence }): Part => ({
        part: ['claim', id],
        title: says.claim(what, words.figures.amount(comparator, value, unit), claimant ?? nameOf(by)),
        date,
        evidence,
      }),
    ),
  )
}

/** The last day that its date can mean. */
function lastDay({ date }: Told): number {
  return bounds(date)[1]
}

/** All that is dated in a dossier and has evidence that is public, the last recorded first; of one moment, the newest. */
export function dossierTold(
  { dossier, since, publishedAt, changedAt }: DossierView,
  messages: Messages,
): readonly Told[] {
  const nameOf = namesIn(dossier, messages)
  const parts = [commitmentParts, demandParts, figureParts].flatMap((partsOf) => partsOf(dossier, nameOf, messages))
  return parts
    .filter(({ evidence }) => evidence.length > 0)
    .map((part): Told => {
      const recordedAt = since.get(part.part[1]) ?? changedAt
      const isOlder = publishedAt !== null && publishedAt > recordedAt
      return { ...part, dossier, recordedAt: isOlder ? publishedAt : recordedAt }
    })
    .toSorted((a, b) =>
      a.recordedAt === b.recordedAt ? lastDay(b) - lastDay(a) : a.recordedAt < b.recordedAt ? 1 : -1,
    )
}
