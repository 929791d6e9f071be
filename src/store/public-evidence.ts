import type { Kysely } from 'kysely'
import type { Archive, BodyPlace, Place } from '../record/archive.ts'
import type { Id } from '../record/id.ts'
import type { PublicEvidence, PublicStatement } from '../record/public-record.ts'
import type { KeptBytes } from '../record/statement-evidence.ts'
import { StoreError } from '../record/store-error.ts'
import type { DossierCache } from './dossier-cache.ts'
import { FOREVER } from './forever.ts'
import { publicStatement } from './public-statement.ts'
import { keptBytes } from './read-statement-evidence.ts'
import type { Tables } from './tables.ts'

/** An accepted statement with the bytes in which the words that were accepted were read. */
type AcceptedInBytes = PublicStatement & { readonly kept: KeptBytes | null }

/** A statement that is accepted now with its bytes; else what `publicStatement` gives. */
export async function acceptedInBytes(db: Kysely<Tables>, id: Id, cache: DossierCache) {
  const found = await publicStatement(db, id, { at: FOREVER, cache })
  if (found === null || !('statement' in found)) return found
  const { textId } = await db
    .selectFrom('statement_decisions as d')
    .innerJoin('readings as r', 'r.id', 'd.reading_id')
    .select('r.text_id as textId')
    .where('d.id', '=', found.decision.id)
    .executeTakeFirstOrThrow()
  const { statement, article, passage, passageStart, decision, speaker } = found
  return { statement, article, passage, passageStart, decision, speaker, kept: await keptBytes(db, textId) }
}

/** Where the bytes stand in a record; null where that is missing or not as it was kept. */
async function bodyIn(archive: Pick<Archive, 'record'>, place: Place): Promise<BodyPlace | null> {
  try {
    return (await archive.record(place)).body
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return null
  }
}

/** What of it anybody may see. */
export async function publicEvidence(
  { kept, ...found }: AcceptedInBytes,
  archive: Pick<Archive, 'record'>,
): Promise<PublicEvidence> {
  if (kept === null) return { ...found, kept }
  const { capture, rendering: _, ...bytes } = kept
  const capturedAt = capture.received?.at ?? capture.recordedAt
  return { ...found, kept: { ...bytes, capturedAt, body: await bodyIn(archive, kept.place) } }
}
