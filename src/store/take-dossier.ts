import { isDeepStrictEqual } from 'node:util'
import { dossierAt, type ThingRow } from '../record/as-of/dossier-at.ts'
import type { Standing } from '../record/as-of/row.ts'
import { standingAt } from '../record/as-of/standing-at.ts'
import { type Thing, thingsOf } from '../record/as-of/things.ts'
import type { Dossier } from '../record/dossier/dossier.ts'
import { repeatedIds } from '../record/dossier/id-faults.ts'
import { withActorIds } from '../record/dossier/with-identities.ts'
import type { TakenDossier, TakeOutcome } from '../record/dossiers.ts'
import { StoreError } from '../record/store-error.ts'
import { type AcceptedEvidence, acceptEvidence } from './accept-evidence.ts'
import { actorsOfFile } from './dossier-actors.ts'
import { rowsOfDossier } from './dossier-rows.ts'
import { type FileNames, fileNames } from './file-names.ts'
import { FOREVER } from './forever.ts'
import { publicationOf, writePublication } from './publications.ts'
import { removedName } from './remove-dossier-part.ts'
import { thingJson, thingValue } from './thing-json.ts'
import { writeDecision } from './write-decision.ts'
import { type NewRow, writeDossierRows } from './write-dossier-rows.ts'
import { writeSpeakerProposals } from './write-speaker-proposals.ts'
import type { Writer } from './writer.ts'

/** The rows that make a dossier of what stands: one for each part that is new, changed, or no longer there. */
function changesTo(rows: readonly ThingRow[], dossier: Dossier): readonly NewRow[] {
  const standing = standingAt(rows, FOREVER)
  const things = thingsOf(dossier)
  const kept = new Set(things.map(({ value }) => value.id))
  const kinds = new Map(rows.map(({ thingId, type, of }) => [thingId, { type, of }]))
  const gone = [...standing.values()].filter(({ thingId, entry }) => entry.kind === 'value' && !kept.has(thingId))
  return [
    ...things.flatMap((thing) => changedThing(thing, standing.get(thing.value.id))),
    ...gone.flatMap(({ thingId, rowId }): readonly NewRow[] => {
      const kind = kinds.get(thingId)
      const reason = 'it is no longer in the dossier’s file'
      return kind === undefined ? [] : [{ thingId, ...kind, supersedes: rowId, how: 'withdrawn', value: null, reason }]
    }),
  ]
}

function isSame(one: Thing, other: Pick<Thing, 'type' | 'of'> & { readonly value: Thing['value'] }): boolean {
  return one.type === other.type && one.of === other.of && isDeepStrictEqual(one.value, other.value)
}

function changedThing(thing: Thing, standing: Standing<Thing> | undefined): readonly NewRow[] {
  // What had to go does not come back with a file that still has it.
  if (standing?.entry.kind === 'removed') return []
  const value = thingJson(thing)
  if (standing?.entry.kind === 'value' && isSame(standing.entry.value, { ...thing, value: thingValue(value) }))
    return []
  return [
    {
      thingId: thing.value.id,
      type: thing.type,
      of: thing.of,
      supersedes: standing?.rowId ?? null,
      how: 'value',
      value,
      reason: null,
    },
  ]
}

/** The dossier with actors of the record, and what its file calls them. */
async function named(writer: Writer, { dossier, articles }: TakenDossier, before: FileNames) {
  const earlier = new Map(before.actors)
  // An actor that was removed is known again by the digest of what the file calls it, which is not written down again.
  const digests = new Map(dossier.actors.map(({ id }) => [id, removedName(writer.key, id)]))
  const removed = new Set([...digests].flatMap(([id, digest]) => (earlier.has(digest) ? [id] : [])))
  for (const id of removed) earlier.set(id, earlier.get(digests.get(id) ?? '') ?? id)
  const { ids: actors, proposed } = await actorsOfFile(writer, dossier.actors, earlier)
  const known = new Map([...before.actors, ...[...actors].filter(([id]) => !removed.has(id))])
  const own = withActorIds(dossier, (id) => actors.get(id) ?? id)
  const [fault] = repeatedIds(own)
  if (fault !== undefined)
    throw new StoreError('refused', `${dossier.id}: an id in it ${fault.sentence}; nothing was taken in`)
  return { dossier: own, names: { actors: [...known], articles }, proposed }
}

/**
 * Whether a file calls all by the same names as the last one. That it lists an article only to give its digest, as
 * those do that we write, is no news.
 */
function sameNames(names: FileNames, before: FileNames): boolean {
  const called = ({ articles }: FileNames) =>
    articles.map(({ article, articleId, url }) => ({ article, articleId, url }))
  const inOrder = (all: FileNames) => called(all).toSorted((a, b) => (a.article < b.article ? -1 : 1))
  return isDeepStrictEqual(names.actors, before.actors) && isDeepStrictEqual(inOrder(names), inOrder(before))
}

/** Takes a dossier in: see the port. */
export async function takeDossier(writer: Writer, taken: TakenDossier): Promise<TakeOutcome> {
  const { id } = taken.dossier
  const { trx } = writer
  const before = await fileNames(trx, id, FOREVER)
  const rows = await rowsOfDossier(trx, id)
  const wasThere = dossierAt(rows, id, FOREVER).dossier !== null
  const { dossier, names, proposed } = await named(writer, taken, before)
  const changes = changesTo(rows, dossier)
  const publication = await publicationOf(trx, id, FOREVER)
  const isPublished = publication === null ? taken.publish : publication.isPublished
  const outcome = { dossierId: id, parts: changes.length, isPublished, accepted: 0, refused: [] }
  if (changes.length === 0 && sameNames(names, before)) return { ...outcome, state: 'known' }
  const deed = { by: taken.by, reason: null, dossierId: id, names }
  const evidence = await writeDecision(writer, deed, async (decisionId): Promise<AcceptedEvidence> => {
    await writeDossierRows(writer, { decisionId, dossierId: id }, changes)
    await writeSpeakerProposals(writer, decisionId, proposed)
    if (publication === null && isPublished)
      await writePublication(writer, decisionId, { dossierId: id, isPublished, supersedes: null })
    return isPublished ? acceptEvidence(writer, decisionId, { dossier, by: taken.by }) : { accepted: 0, refused: [] }
  })
  return { ...outcome, ...evidence, state: wasThere ? 'changed' : 'added' }
}
