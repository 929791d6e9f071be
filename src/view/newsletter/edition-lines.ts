import type { Id } from '../../record/id.ts'
import type { MovedItem } from '../../record/moved/moved-item.ts'
import type { DossierView, PublicRecord, PublicStatement } from '../../record/public-record.ts'
import { mainName } from '../actor-names.ts'
import { chainText } from '../chain-words.ts'
import { dateInSentence } from '../dates.ts'
import type { Addresses } from '../json-ld/addresses.ts'
import type { Messages } from '../messages/messages.ts'
import { beginningOf, plainLine } from '../plain-line.ts'
import { contentWords, saidOn } from '../statement-facts.ts'
import { dossierTold } from '../told/dossier-tellings.ts'
import { speakerName } from '../told/speaker-name.ts'
import type { EditionGroup, EditionLine } from './edition-view.ts'

/** As much of what somebody said is quoted; in UTF-16 code units. */
const MAX_QUOTE = 400
const MAX_TITLE = 200

/** What lines are made with. */
export type LineNeeds = {
  readonly publicRecord: Pick<PublicRecord, 'dossier' | 'statement'>
  readonly addresses: Addresses
  readonly messages: Messages
  /** The record time up to which the edition tells; null for now. */
  readonly at: string | null
}

/** A line with where it belongs and which statements its quotations are of. */
type Placed = {
  readonly key: string
  readonly dossier: { readonly id: Id; readonly title: string } | null
  readonly quotes: readonly Id[]
  readonly line: EditionLine
}

/** Each dossier is asked for once. */
type Dossiers = (id: Id) => Promise<DossierView | null>

function dossiersIn({ publicRecord, at }: LineNeeds): Dossiers {
  const known = new Map<Id, Promise<DossierView | null>>()
  const ask = async (id: Id) => {
    const view = await publicRecord.dossier(id, { at, on: null })
    return view !== null && 'dossier' in view ? view : null
  }
  return (id) => {
    const asked = known.get(id) ?? ask(id)
    known.set(id, asked)
    return asked
  }
}

const nothingMore = { note: null, quote: null, way: null }

function placeIn(dossierId: Id, partId: Id, { addresses }: LineNeeds): string {
  return `${addresses.page(`/dossiers/${encodeURIComponent(dossierId)}`)}#at-${encodeURIComponent(partId)}`
}

type PartItem = Extract<MovedItem['moved'], { readonly kind: 'part' }>

function goneLine(view: DossierView, { part }: PartItem, needs: LineNeeds): EditionLine | null {
  const gone = view.gone.find(({ thingId, how }) => thingId === part[1] && how === 'withdrawn')
  if (gone === undefined) return null
  const says = needs.messages.editions
  const url = needs.addresses.page(`/dossiers/${encodeURIComponent(view.dossier.id)}`)
  return { ...nothingMore, how: 'withdrawn', title: says.partWithdrawn, note: says.because(gone.reason), url }
}

async function partLine(item: MovedItem, moved: PartItem, needs: LineNeeds & { readonly dossiers: Dossiers }) {
  const view = await needs.dossiers(moved.dossierId)
  if (view === null) return null
  const { messages } = needs
  const told = dossierTold(view, messages).find(({ part }) => part[1] === moved.part[1])
  if (told === undefined) {
    const line = item.how === 'withdrawn' ? goneLine(view, moved, needs) : null
    return line && { dossier: view.dossier, quotes: [], line }
  }
  if (item.how === 'withdrawn') return null
  const [first] = told.evidence
  const line: EditionLine = {
    how: item.how,
    title: told.title,
    note: dateInSentence(told.date.edtf, messages),
    quote: first ? { words: first.words, language: view.articles.get(first.article)?.language ?? null } : null,
    way: first ? (view.articles.get(first.article)?.outlet ?? null) : null,
    url: placeIn(view.dossier.id, moved.part[1], needs),
  }
  return { dossier: view.dossier, quotes: told.evidence.flatMap(({ statementId }) => statementId ?? []), line }
}

type DueItem = Extract<MovedItem['moved'], { readonly kind: 'due' | 'overdue' }>

async function dueLine(item: MovedItem, moved: DueItem, needs: LineNeeds & { readonly dossiers: Dossiers }) {
  const view = await needs.dossiers(moved.dossierId)
  const commitment = view?.dossier.commitments.find(({ id }) => id === moved.commitmentId)
  const standing = view?.standing.commitments.find(({ commitment: { id } }) => id === moved.commitmentId)
  if (view === null || commitment === undefined || standing === undefined) return null
  const { schedule } = standing.answers
  // It may have been met, or moved to a later date, since.
  const stands = moved.kind === 'overdue' ? schedule.state === 'overdue' : schedule.state === 'due soon'
  if (!stands) return null
  const { messages } = needs
  const actor = view.dossier.actors.find(({ id }) => id === commitment.actorId)
  const who = (actor && mainName(actor.names)?.name) ?? messages.notKnown
  const due = schedule.due?.date?.edtf
  const line: EditionLine = {
    ...nothingMore,
    how: item.how,
    title: messages.editions[moved.kind](who, commitment.what),
    note: due === undefined ? null : messages.editions.dueOn(dateInSentence(due, messages)),
    url: placeIn(view.dossier.id, commitment.id, needs),
  }
  return { dossier: view.dossier, quotes: [], line }
}

function saidLine(shown: PublicStatement, item: MovedItem, needs: LineNeeds): EditionLine {
  const { messages, addresses } = needs
  const date = saidOn(shown) ?? shown.article.published
  return {
    how: item.how,
    title: speakerName(shown) ?? messages.publicStatement.somebody,
    note: date === null ? null : dateInSentence(date, messages),
    quote: { words: contentWords(shown), language: shown.article.language },
    way: chainText(shown, messages),
    url: addresses.page(`/statements/${encodeURIComponent(shown.statement.id)}`),
  }
}

async function statementLine(item: MovedItem, id: Id, needs: LineNeeds & { readonly dossiers: Dossiers }) {
  const found = await needs.publicRecord.statement(id, needs.at)
  if (found === null || 'removed' in found) return null
  const [dossierId] = item.dossiers
  const dossier = dossierId === undefined ? null : ((await needs.dossiers(dossierId))?.dossier ?? null)
  if ('statement' in found)
    return item.how === 'withdrawn' ? null : { dossier, quotes: [], line: saidLine(found, item, needs) }
  if (item.how !== 'withdrawn') return null
  const says = needs.messages.editions
  const url = needs.addresses.page(`/statements/${encodeURIComponent(id)}`)
  const { reason } = found.withdrawn
  const note = reason === null ? null : says.because(reason)
  return {
    dossier,
    quotes: [],
    line: { ...nothingMore, how: 'withdrawn' as const, title: says.statementWithdrawn, note, url },
  }
}

/** A line whose words from outside are one line each, and can turn nothing around them. */
function plain({ title, note, quote, way, ...line }: EditionLine): EditionLine {
  return {
    ...line,
    title: beginningOf(title, MAX_TITLE),
    note: note && beginningOf(note, MAX_QUOTE),
    quote: quote && { ...quote, words: beginningOf(quote.words.replace(/^[“"]|[”"]$/gu, ''), MAX_QUOTE) },
    way: way && plainLine(way),
  }
}

async function placedLine(item: MovedItem, needs: LineNeeds & { readonly dossiers: Dossiers }): Promise<Placed | null> {
  const { moved } = item
  const found = await (moved.kind === 'statement'
    ? statementLine(item, moved.id, needs)
    : moved.kind === 'part'
      ? partLine(item, moved, needs)
      : dueLine(item, moved, needs))
  return found && { ...found, key: JSON.stringify(moved), line: plain(found.line) }
}

/** One line for each thing: what is new and was corrected since is told as it reads now, and once. */
function onceEach(all: readonly Placed[]): readonly Placed[] {
  const quoted = new Set(all.flatMap(({ quotes }) => quotes).map((id) => JSON.stringify({ kind: 'statement', id })))
  const byKey = Map.groupBy(all, ({ key }) => key)
  return [...byKey].flatMap(([key, same]) => {
    const [first] = same
    // The words of a new statement already stand below what rests on it.
    return first === undefined || (quoted.has(key) && first.line.how === 'new') ? [] : [first]
  })
}

/**
 * What moved, in words, by dossier. What is not public any more, or no longer so, is left out.
 *
 * @param items in the order in which they came
 */
export async function editionGroups(items: readonly MovedItem[], needs: LineNeeds): Promise<readonly EditionGroup[]> {
  const dossiers = dossiersIn(needs)
  const all = await Promise.all(items.map((item) => placedLine(item, { ...needs, dossiers })))
  const placed = onceEach(all.filter((one) => one !== null))
  const groups = Map.groupBy(placed, ({ dossier }) => dossier?.id ?? null)
  return [...groups.values()].map((own) => {
    const dossier = own[0]?.dossier ?? null
    return {
      title: dossier === null ? needs.messages.editions.statements : plainLine(dossier.title),
      url: dossier === null ? null : needs.addresses.page(`/dossiers/${encodeURIComponent(dossier.id)}`),
      lines: own.map(({ line }) => line),
    }
  })
}
