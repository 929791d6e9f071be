import type { Kysely } from 'kysely'
import type { Id } from '../record/id.ts'
import type { ListQuery, Page } from '../record/page.ts'
import type { ActorSummary, ArticleSummary, PlacedStatement, StatementRecord } from '../record/records.ts'
import { paragraphsAround } from '../text/paragraphs.ts'
import { wordsOf } from '../text/span.ts'
import { wordQuery } from '../text/words.ts'
import { cutPage, keysOf, limitOf, TOP } from './cursor.ts'
import { summariesOf } from './list-articles.ts'
import { namesByActor } from './list-speakers.ts'
import { statementOf, statementRows } from './read-article.ts'
import type { Tables } from './tables.ts'
import { matching } from './word-index.ts'

async function actorSummary(db: Kysely<Tables>, id: Id): Promise<ActorSummary | null> {
  const row = await db
    .selectFrom('actors')
    .leftJoin('current_speakers', 'current_speakers.seq', 'actors.seq')
    .select(['statements', 'articles'])
    .where('actors.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const names = await namesByActor(db, [id])
  return { id, names: names.get(id) ?? [], statements: row.statements ?? 0, articles: row.articles ?? 0 }
}

/** A statement with the paragraphs around it. */
export function placed(
  statement: StatementRecord,
  { article, text }: { readonly article: ArticleSummary; readonly text: string },
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

/** A page of what an actor said: newest article first, in each in the order of its text. Words ask of whole articles. */
async function statementsOf(db: Kysely<Tables>, id: Id, query: ListQuery): Promise<Page<PlacedStatement>> {
  const [articleSeq = TOP, position = TOP] = keysOf(query.cursor, 2)
  const limit = limitOf(query.limit)
  const asked = wordQuery(query.words ?? '')
  const all = statementRows(db)
    .where('c.speaker_id', '=', id)
    .where('c.still_read', '=', 1)
    .$if(asked.length > 0, (found) => found.where('c.article_seq', 'in', matching('article_words', asked)))
  const { total } = await all
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const found = await all
    .where('c.article_seq', '<=', articleSeq)
    .where(({ eb, or }) => or([eb('c.article_seq', '<', articleSeq), eb('c.position', '>', position)]))
    .orderBy('c.article_seq', 'desc')
    .orderBy('c.position')
    .limit(limit + 1)
    .execute()
  const { rows, next } = cutPage(found, { limit, keys: (row) => [row.article_seq, row.position] })
  const seqs = rows.map(({ article_seq }) => article_seq)
  const [articles, texts] = [await summariesOf(db, seqs), await textsOf(db, seqs)]
  const items = rows.flatMap((row) => {
    const [article, text] = [articles.get(row.article_seq), texts.get(row.article_seq)]
    return article === undefined || text === undefined ? [] : [placed(statementOf(row), { article, text })]
  })
  return { items, total, next }
}

/** An actor with a page of its statements; null where there is no such actor. */
export async function readSpeaker(db: Kysely<Tables>, id: Id, query: ListQuery) {
  const actor = await actorSummary(db, id)
  return actor === null ? null : { actor, statements: await statementsOf(db, id, query) }
}
