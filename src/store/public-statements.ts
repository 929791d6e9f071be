import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { ListQuery, Page } from '../record/page.ts'
import type { PublicStatement } from '../record/public-record.ts'
import { wordQuery } from '../text/words.ts'
import { cutPage, keysOf, limitOf, TOP } from './cursor.ts'
import { identityDecisions } from './identity-decisions.ts'
import { summariesOf } from './list-articles.ts'
import { publicActors } from './public-actors.ts'
import { statementOf } from './read-article.ts'
import { placed } from './read-speaker.ts'
import { decisionOf, decisionRows } from './statement-decisions.ts'
import type { Tables } from './tables.ts'
import { matching } from './word-index.ts'

type Db = Kysely<Tables>

/** Decisions with the words that they are about, in the text version that was read. */
function wordedRows(db: Db) {
  return decisionRows(db)
    .innerJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .innerJoin('current_statements as c', 'c.statement_id', 'd.statement_id')
    .innerJoin('readings as r', 'r.id', 'd.reading_id')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['s.found', 's.speaker_id as taken_for', 'c.article_seq', 'c.still_read', 't.text', 't.article_id'])
}

/**
 * Statements by the decisions that accept them, in the order of `seqs`.
 *
 * @param at the record time, for who is who
 */
export async function statementsOfDecisions(
  db: Db,
  seqs: readonly number[],
  at: string,
): Promise<readonly PublicStatement[]> {
  if (seqs.length === 0) return []
  const rows = await wordedRows(db).where('d.seq', 'in', seqs).execute()
  const identities = identitiesAt(await identityDecisions(db), at)
  const speakers = new Map(
    rows.flatMap(({ seq, statement_id, speaker_id, taken_for }) => {
      const takenFor = speaker_id ?? taken_for
      return takenFor === null ? [] : [[seq, identities.speakerOf(statement_id, takenFor)] as const]
    }),
  )
  const actors = await publicActors(db, [...speakers.values()], at)
  const articles = await summariesOf(
    db,
    rows.map(({ article_seq }) => article_seq),
  )
  const found = new Map(
    rows.flatMap((row) => {
      const article = articles.get(row.article_seq)
      if (article === undefined) return []
      const speakerId = speakers.get(row.seq) ?? null
      const statement = statementOf({ ...row, speaker_id: speakerId })
      const speaker = speakerId === null ? null : (actors.get(speakerId) ?? null)
      const shown = { ...placed(statement, { article, text: row.text }), decision: decisionOf(row), speaker }
      return [[row.seq, shown] as const]
    }),
  )
  return seqs.flatMap((seq) => found.get(seq) ?? [])
}

/** Which accepted statements a list is of: of a speaker, of an outlet in these spellings, or all. */
export type Among = { readonly speakerId: Id } | { readonly outlets: readonly string[] } | null

/** The articles of an outlet in any of these spellings. */
export function articlesOfOutlet(db: Db, outlets: readonly string[]) {
  return db
    .selectFrom('texts as t')
    .innerJoin('current_articles as a', 'a.text_id', 't.id')
    .select('a.seq')
    .where('t.outlet', 'in', outlets)
}

/**
 * A page of accepted statements, the last accepted first.
 *
 * @param at the record time, for who is who
 */
export async function acceptedPage(
  db: Db,
  query: ListQuery,
  { among, at }: { readonly among: Among; readonly at: string },
): Promise<Page<PublicStatement>> {
  const [before = TOP] = keysOf(query.cursor, 1)
  const limit = limitOf(query.limit)
  const asked = wordQuery(query.words ?? '')
  let all = db
    .selectFrom('current_accepted')
    .$if(asked.length > 0, (found) => found.where('seq', 'in', matching('accepted_words', asked)))
  if (among !== null)
    all =
      'speakerId' in among
        ? all.where('speaker_id', '=', among.speakerId)
        : all.where('article_seq', 'in', articlesOfOutlet(db, among.outlets))
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const found = await all
    .select('seq')
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const { rows, next } = cutPage(found, { limit, keys: ({ seq }) => [seq] })
  const items = await statementsOfDecisions(
    db,
    rows.map(({ seq }) => seq),
    at,
  )
  return { items, total, next }
}

/** The statements that were accepted last up to a record time, and still stood then. */
export async function newestAccepted(db: Db, at: string, limit: number): Promise<readonly PublicStatement[]> {
  const rows = await db
    .selectFrom('statement_decisions as d')
    .select('d.seq')
    .where('d.verdict', '=', 'accepted')
    .where('d.recorded_at', '<=', at)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('statement_decisions as later')
            .select('later.id')
            .whereRef('later.supersedes', '=', 'd.id')
            .where('later.recorded_at', '<=', at),
        ),
      ),
    )
    .orderBy('d.recorded_at', 'desc')
    .orderBy('d.seq', 'desc')
    .limit(limit)
    .execute()
  return statementsOfDecisions(
    db,
    rows.map(({ seq }) => seq),
    at,
  )
}
