import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { Page } from '../record/page.ts'
import type { DatedQuery, PublicStatement } from '../record/public-record.ts'
import { wordQuery } from '../text/words.ts'
import { acceptancesAt, acceptancesOfSpeaker, among as amongIds } from './accepted-at.ts'
import { articlesAt } from './article-versions.ts'
import { cutPage, keysOf, limitOf, TOP } from './cursor.ts'
import { decidedRecord } from './decided-statement.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { publicActors } from './public-actors.ts'
import { placed } from './read-speaker.ts'
import { decisionRows, publicDecisionOf } from './statement-decisions.ts'
import { TAKEN_FOR } from './statement-values.ts'
import { stillReadAt } from './still-read.ts'
import type { Tables } from './tables.ts'
import { matching } from './word-index.ts'

type Db = Kysely<Tables>

/** Decisions with the words that they are about, in the text version that was read. */
function wordedRows(db: Db) {
  return decisionRows(db)
    .leftJoin('statement_readings as s', (join) =>
      join.onRef('s.statement_id', '=', 'd.statement_id').onRef('s.reading_id', '=', 'd.reading_id'),
    )
    .innerJoin('readings as r', 'r.id', 'd.reading_id')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['s.found', 's.speaker_id as read_as', TAKEN_FOR.as('taken_for'), 't.text', 't.article_id'])
}

/** Statements by the decisions that accept them, in the order of `seqs`, as they stood at a record time. */
export async function statementsOfDecisions(
  db: Db,
  seqs: readonly number[],
  at: string,
): Promise<readonly PublicStatement[]> {
  if (seqs.length === 0) return []
  const rows = await wordedRows(db).where('d.seq', 'in', seqs).execute()
  const identities = identitiesAt(await identityDecisions(db), at)
  const speakers = new Map(
    rows.flatMap(({ seq, statement_id, taken_for }) =>
      taken_for === null ? [] : [[seq, identities.speakerOf(statement_id, taken_for)] as const],
    ),
  )
  const actors = await publicActors(db, [...speakers.values()], at)
  const articles = await articlesAt(
    db,
    rows.map(({ article_id }) => article_id),
    at,
  )
  const stillRead = await stillReadAt(
    db,
    rows.map(({ statement_id }) => statement_id),
    at,
  )
  const found = new Map(
    rows.flatMap((row) => {
      const article = articles.get(row.article_id)
      if (article === undefined) return []
      const speakerId = speakers.get(row.seq) ?? null
      const still_read = stillRead.has(row.statement_id) ? 1 : 0
      const statement = decidedRecord(row, { stillRead: still_read === 1, speakerId })
      const speaker = speakerId === null ? null : (actors.get(speakerId) ?? null)
      const shown = { ...placed(statement, { article, text: row.text }), decision: publicDecisionOf(row), speaker }
      return [[row.seq, shown] as const]
    }),
  )
  return seqs.flatMap((seq) => found.get(seq) ?? [])
}

/** Which accepted statements a list is of: of a speaker, of these articles, or all. */
export type Among = { readonly speakerId: Id } | { readonly articleIds: readonly Id[] } | null

/** The accepted statements of now, out of the list that is kept of them. */
function acceptedNow(db: Db, among: Among) {
  const all = db.selectFrom('current_accepted').select('seq')
  if (among === null) return all
  if ('speakerId' in among) return all.where('speaker_id', '=', among.speakerId)
  return all.where('article_seq', 'in', ({ selectFrom }) =>
    selectFrom('articles').select('seq').where('id', 'in', amongIds(among.articleIds)),
  )
}

async function acceptedThen(db: Db, among: Among, at: string) {
  if (among === null) return acceptancesAt(db, at).select('d.seq')
  if ('articleIds' in among)
    return acceptancesAt(db, at)
      .innerJoin('statements as s', 's.id', 'd.statement_id')
      .where('s.article_id', 'in', amongIds(among.articleIds))
      .select('d.seq')
  const decisions = (await identityDecisions(db)).filter(({ recordedAt }) => recordedAt <= at)
  return acceptancesOfSpeaker(db, among.speakerId, { decisions, at }).select('d.seq')
}

/** A page of accepted statements, the last accepted first. */
export async function acceptedPage(db: Db, query: DatedQuery, among: Among): Promise<Page<PublicStatement>> {
  const [before = TOP] = keysOf(query.cursor, 1)
  const limit = limitOf(query.limit)
  const asked = wordQuery(query.words ?? '')
  const list = query.at === null ? acceptedNow(db, among) : await acceptedThen(db, among, query.at)
  const all = db
    .selectFrom(list.as('found'))
    .$if(asked.length > 0, (found) => found.where('seq', 'in', matching('accepted_words', asked)))
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
    query.at ?? FOREVER,
  )
  return { items, total, next }
}

/** The statements that were accepted last up to a record time, and still stood then. */
export async function newestAccepted(db: Db, at: string, limit: number): Promise<readonly PublicStatement[]> {
  const rows = await acceptancesAt(db, at)
    .select('d.seq')
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
