import type { Kysely } from 'kysely'
import { wordsOf } from '../text/span.ts'
import { decidedStatement } from './decided-statement.ts'
import type { Tables } from './tables.ts'
import { indexWords } from './word-index.ts'

/**
 * Makes an accepted statement findable by its own words, its article's headline and outlet: not by the rest of the
 * article, which nobody has accepted.
 *
 * @param seq of the decision that accepts it
 */
export async function indexAccepted(db: Kysely<Tables>, seq: number): Promise<void> {
  const { text, headline, outlet, ...row } = await db
    .selectFrom('statement_decisions as d')
    .leftJoin('statement_values as v', 'v.id', 'd.id')
    .leftJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .innerJoin('readings as r', 'r.id', 'd.reading_id')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select([
      's.found',
      's.speaker_id as read_as',
      'd.speaker_id',
      'd.said_on',
      'v.value',
      't.text',
      't.headline',
      't.outlet',
    ])
    .where('d.seq', '=', seq)
    .executeTakeFirstOrThrow()
  const { source, cue, content } = decidedStatement(row)
  const words = [...source, ...cue, ...content].map((span) => wordsOf(text, span))
  await indexWords(db, 'accepted_words', { seq, fields: [...words, headline, outlet] })
}
