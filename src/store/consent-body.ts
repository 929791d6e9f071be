import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { Json, LedgerEntry } from '../record/ledger.ts'
import { digestOfText } from './digests.ts'
import type { Tables } from './tables.ts'

/** The topics as the entry says them; what was altered so that it is no list is told as it stands. */
function topicsIn(stored: string | null): Json {
  if (stored === null) return null
  try {
    return JSON.parse(stored) as Json
  } catch {
    return stored
  }
}

/** What the ledger says of an act towards the terms: whose, by a keyed digest, to which words, what was asked for, when and how. */
export async function consentBody(db: Kysely<Tables>, id: Id): Promise<LedgerEntry['body'] | null> {
  const act = await db
    .selectFrom('consent_acts as a')
    .leftJoin('agreed_texts as w', 'w.sha256', 'a.words')
    .selectAll('a')
    .select(['w.words as said', 'w.terms', 'w.language', 'w.recorded_at as firstSaidAt'])
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (act === undefined) return null
  const { subject, form, topics, way, at, terms, language, said, firstSaidAt } = act
  return {
    consent: id,
    place: act.seq,
    act: act.kind,
    subject,
    words: said === null ? null : digestOfText(said),
    wordsRecordedAt: firstSaidAt,
    terms,
    language,
    form,
    topics: topicsIn(topics),
    cadence: act.cadence,
    askedAt: act.asked_at,
    way,
    at,
    recordedAt: act.recorded_at,
  }
}
