import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { ActorName, ActorSummary, ArticleSummary, PlacedStatement, StatementRecord } from '../record/records.ts'
import type { ListQuery, Page } from '../record/store.ts'
import { paragraphsAround } from '../text/paragraphs.ts'
import { wordsOf } from '../text/span.ts'
import { wordQuery } from '../text/words.ts'
import { cursorOf, keysOf, limitOf, TOP } from './cursor.ts'
import { summariesOf } from './list-articles.ts'
import { statementOf, statementRows } from './read-article.ts'
import type { Tables } from './tables.ts'
import { matching } from './word-index.ts'

/** The names of actors, in the order in which they were recorded. */
async function namesByActor(db: Kysely<Tables>, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly ActorName[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('names')
    .select(['actor_id', 'name', 'language', 'script', 'kind'])
    .where('actor_id', 'in', ids)
    .orderBy('id')
    .execute()
  const names = Map.groupBy(rows, ({ actor_id }) => actor_id)
  return new Map([...names].map(([id, own]) => [id, own.map(({ actor_id: _, ...name }) => name)]))
}

/** A page of speakers: most statements first, and among equals the one recorded last. */
export async function listSpeakers(db: Kysely<Tables>, query: ListQuery): Promise<Page<ActorSummary>> {
  const [statements = TOP, seq = TOP] = keysOf(query.cursor, 2)
  const limit = limitOf(query.limit)
  const asked = wordQuery(query.words ?? '')
  const all = db
    .selectFrom('current_speakers')
    .$if(asked.length > 0, (found) => found.where('seq', 'in', matching('speaker_words', asked)))
  const { total } = await all.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all
    .selectAll()
    .where(({ eb, refTuple, tuple }) => eb(refTuple('statements', 'seq'), '<', tuple(statements, seq)))
    .orderBy('statements', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const names = await namesByActor(
    db,
    page.map(({ actor_id }) => actor_id),
  )
  const last = page.at(-1)
  return {
    items: page.map((row) => ({
      id: row.actor_id,
      names: names.get(row.actor_id) ?? [],
      statements: row.statements,
      articles: row.articles,
    })),
    total,
    next: rows.length > limit && last !== undefined ? cursorOf([last.statements, last.seq]) : null,
  }
}

async function actorSummary(db: Kysely<Tables>, id: Id): Promise<ActorSummary | null> {
  const row = await db
    .selectFrom('actors')
    .leftJoin('current_speakers', 'current_speakers.seq', 'actors.seq')
    .select(['actors.id', 'statements', 'articles'])
    .where('actors.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const names = await namesByActor(db, [id])
  return { id, names: names.get(id) ?? [], statements: row.statements ?? 0, articles: row.articles ?? 0 }
}

function placed(
  statement: StatementRecord,
  { article, text }: { article: ArticleSummary; text: string },
): PlacedStatement {
  const passage = paragraphsAround(text, [...statement.source, ...statement.cue, ...statement.content])
  return { statement, article, passage: wordsOf(text, passage), passageStart: passage[0] }
}

async function textsOf(db: Kysely<Tables>, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  if (seqs.length === 0) return new Map()
  const rows = await db
    .selectFrom('current_articles as c')
    .innerJoin('texts as t', 't.id', 'c.text_id')
    .select(['c.seq', 't.text'])
    .where('c.seq', 'in', [...new Set(seqs)])
    .execute()
  return new Map(rows.map(({ seq, text }) => [seq, text]))
}

/** The article's number and place, then how many of a speaker's statements a page shows. */
async function statementsOf(db: Kysely<Tables>, id: Id, query: ListQuery): Promise<Page<PlacedStatement>> {
  const [articleSeq = TOP, position = TOP] = keysOf(query.cursor, 2)
  const limit = limitOf(query.limit)
  const asked = wordQuery(query.words ?? '')
  const { total } = await db
    .selectFrom('current_statements')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('speaker_id', '=', id)
    .where('still_read', '=', 1)
    .$if(asked.length > 0, (found) => found.where('article_seq', 'in', matching('article_words', asked)))
    .executeTakeFirstOrThrow()
  const rows = await statementRows(db)
    .where('c.speaker_id', '=', id)
    .where('c.still_read', '=', 1)
    .$if(asked.length > 0, (found) => found.where('c.article_seq', 'in', matching('article_words', asked)))
    .where(({ eb, refTuple, tuple }) => eb(refTuple('c.article_seq', 'c.position'), '<', tuple(articleSeq, position)))
    .orderBy('c.article_seq', 'desc')
    .orderBy('c.position', 'desc')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const seqs = page.map(({ article_seq }) => article_seq)
  const [summaries, texts] = [await summariesOf(db, seqs), await textsOf(db, seqs)]
  const last = page.at(-1)
  return {
    items: page.flatMap((row) => {
      const [article, text] = [summaries.get(row.article_seq), texts.get(row.article_seq)]
      return article === undefined || text === undefined ? [] : [placed(statementOf(row), { article, text })]
    }),
    total,
    next: rows.length > limit && last !== undefined ? cursorOf([last.article_seq, last.position]) : null,
  }
}

/** An actor with a page of its statements, newest article first; null where there is no such actor. */
export async function readSpeaker(db: Kysely<Tables>, id: Id, query: ListQuery) {
  const actor = await actorSummary(db, id)
  return actor === null ? null : { actor, statements: await statementsOf(db, id, query) }
}
