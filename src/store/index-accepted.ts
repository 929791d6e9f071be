import type { Kysely } from 'kysely'
import type { Statement } from '../reading/statement.ts'
import { wordsOf } from '../text/span.ts'
import type { Tables } from './tables.ts'
import { indexWords } from './word-index.ts'

/**
 * Makes an accepted statement findable by its own words, its article's headline and outlet: not by the rest of the
 * article, which nobody has accepted.
 *
 * @param seq of the decision that accepts it
 */
export async function indexAccepted(db: Kysely<Tables>, seq: number): Promise<void> {
  const { found, text, headline, outlet } = await db
    .selectFrom('statement_decisions as d')
    .innerJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .innerJoin('readings as r', 'r.id', 'd.reading_id')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['s.found', 't.text', 't.headline', 't.outlet'])
    .where('d.seq', '=', seq)
    .executeTakeFirstOrThrow()
  const { source, cue, content } = JSON.parse(found ?? 'null') as Statement
  const words = [...source, ...cue, ...content].map((span) => wordsOf(text, span))
  await indexWords(db, 'accepted_words', { seq, fields: [...words, headline, outlet] })
}
