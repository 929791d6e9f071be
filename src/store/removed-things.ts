import type { Kysely } from 'kysely'
import { identitiesAt } from '../record/actors/identities.ts'
import type { Id } from '../record/id.ts'
import type { RemovalExtent } from '../record/removal.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import type { Tables } from './tables.ts'

/** What goes with an article: by kind, the ids. */
export type RemovedThings = {
  readonly blob: readonly string[]
  readonly capture: readonly Id[]
  /** What a browser made of captures. */
  readonly rendering: readonly Id[]
  readonly text: readonly Id[]
  readonly 'same-text': readonly Id[]
  readonly reading: readonly Id[]
  /** Records of the archive. */
  readonly record: readonly string[]
  readonly name: readonly Id[]
  readonly actor: readonly Id[]
  readonly article: readonly Id[]
  readonly statement: readonly Id[]
  /** Pages that were watched, and what was decided about them. */
  readonly 'watched-page': readonly Id[]
  readonly 'page-decision': readonly Id[]
  /** Decisions that say something of its statements, or made a speaker of them. */
  readonly decision: readonly Id[]
}

/** Actors who speak in the article, and those of them who speak in no other, under whatever name. */
export type Actors = { readonly all: readonly Id[]; readonly only: readonly Id[] }

/** Which of these actors are by a person's decision one with somebody who speaks in another article: their names stay. */
async function heardElsewhere(db: Kysely<Tables>, ids: readonly Id[], articleId: Id): Promise<ReadonlySet<Id>> {
  const decisions = await identityDecisions(db)
  const { actorOf } = identitiesAt(decisions, FOREVER)
  const merged = decisions.flatMap((decision) => (decision.kind === 'merge' ? [decision.gone, decision.into] : []))
  const rows = await db
    .selectFrom('statement_readings as r')
    .innerJoin('statements as s', 's.id', 'r.statement_id')
    .select('r.speaker_id as id')
    .distinct()
    .where('r.speaker_id', 'in', merged)
    .where('s.article_id', '!=', articleId)
    .execute()
  const others = new Set(rows.flatMap(({ id }) => (id === null ? [] : [actorOf(id)])))
  return new Set(ids.filter((id) => others.has(actorOf(id))))
}

/** The actors of an article's statements, in any reading. */
export async function actorsOf(db: Kysely<Tables>, articleId: Id): Promise<Actors> {
  const rows = await db
    .selectFrom('statement_readings as r')
    .innerJoin('statements as s', 's.id', 'r.statement_id')
    .select('r.speaker_id as id')
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('statement_readings as o')
          .innerJoin('statements as t', 't.id', 'o.statement_id')
          .select('o.reading_id')
          .whereRef('o.speaker_id', '=', 'r.speaker_id')
          .where('t.article_id', '!=', articleId),
      ).as('elsewhere'),
    )
    .distinct()
    .where('s.article_id', '=', articleId)
    .where('r.speaker_id', 'is not', null)
    .execute()
  const all = rows.flatMap(({ id, elsewhere }) => (id === null ? [] : [{ id, elsewhere }]))
  const only = all.filter(({ elsewhere }) => !elsewhere).map(({ id }) => id)
  const heard = await heardElsewhere(db, only, articleId)
  return { all: all.map(({ id }) => id), only: only.filter((id) => !heard.has(id)) }
}

/** Actors that persons made as speakers of this article's statements, and who speak in no other. */
async function madeOnlyFor(db: Kysely<Tables>, articleId: Id): Promise<readonly Id[]> {
  const spoken = db
    .selectFrom('statement_decisions as d')
    .innerJoin('statements as s', 's.id', 'd.statement_id')
    .innerJoin('names as n', 'n.actor_id', 'd.speaker_id')
    .select('n.actor_id as id')
    .distinct()
    .where('n.decision_id', 'is not', null)
  const elsewhere = spoken.where('s.article_id', '!=', articleId)
  const read = db.selectFrom('statement_readings').select('speaker_id as id').where('speaker_id', 'is not', null)
  const rows = await spoken
    .where('s.article_id', '=', articleId)
    .where('n.actor_id', 'not in', elsewhere)
    .where('n.actor_id', 'not in', read as never)
    .execute()
  return rows.map(({ id }) => id)
}

/** Decisions with words about the article's statements, or with a name that goes with it. */
async function tellingDecisions(db: Kysely<Tables>, articleId: Id, actors: readonly Id[]): Promise<readonly Id[]> {
  const said = await db
    .selectFrom('statement_values as v')
    .innerJoin('statement_decisions as d', 'd.id', 'v.id')
    .innerJoin('statements as s', 's.id', 'v.statement_id')
    .select('d.decision_id as id')
    .where('s.article_id', '=', articleId)
    .execute()
  const named = await db
    .selectFrom('names')
    .select('decision_id as id')
    .where('actor_id', 'in', actors)
    .where('decision_id', 'is not', null)
    .execute()
  return [...new Set([...said, ...named].flatMap(({ id }) => id ?? []))]
}

/** Pages that were watched, and read as the article or watched at an address of it. */
export async function pagesOf(db: Kysely<Tables>, articleId: Id, captures: readonly Id[]): Promise<readonly Id[]> {
  const at = (column: 'url' | 'asked_url') =>
    db.selectFrom('captures').select(column).where('id', 'in', captures).where(column, 'is not', null)
  const rows = await db
    .selectFrom('watched_pages as p')
    .innerJoin('page_states as s', 's.page_id', 'p.id')
    .select('p.id')
    .where(({ eb, or }) =>
      or([
        eb('s.article_id', '=', articleId),
        eb('p.address', 'in', at('url') as never),
        eb('p.address', 'in', at('asked_url') as never),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** Everything that goes with an article. */
export async function thingsOf(db: Kysely<Tables>, articleId: Id): Promise<RemovedThings> {
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
  const text = ids(await db.selectFrom('texts').select('id').where('article_id', '=', articleId).execute())
  const sameText = await db.selectFrom('text_blobs').select(['id', 'sha256']).where('text_id', 'in', text).execute()
  const blob = [...new Set(sameText.map(({ sha256 }) => sha256))]
  const capture = ids(await db.selectFrom('captures').select('id').where('sha256', 'in', blob).execute())
  const records = db.selectFrom('archive_records').select('record_id as id').where('capture_id', 'in', capture)
  const renderings = db.selectFrom('renderings').select('id').where('capture_id', 'in', capture)
  const readings = db.selectFrom('readings').select('id').where('text_id', 'in', text)
  const statements = db.selectFrom('statements').select('id').where('article_id', '=', articleId)
  const only = [...(await actorsOf(db, articleId)).only, ...(await madeOnlyFor(db, articleId))]
  const page = await pagesOf(db, articleId, capture)
  const decisions = db.selectFrom('page_decisions').select('id').where('page_id', 'in', page)
  const names = db.selectFrom('names').select('id').where('actor_id', 'in', only)
  return {
    blob,
    capture,
    rendering: ids(await renderings.execute()),
    text,
    'same-text': ids(sameText),
    reading: ids(await readings.execute()),
    record: ids(await records.execute()),
    name: ids(await names.execute()),
    actor: only,
    article: [articleId],
    statement: ids(await statements.execute()),
    'watched-page': page,
    'page-decision': ids(await decisions.execute()),
    decision: await tellingDecisions(db, articleId, only),
  }
}

/** How much goes with an article; null where there is none of that id, or it was removed before. */
export async function extentOf(db: Kysely<Tables>, articleId: Id): Promise<RemovalExtent | null> {
  const removal = await db.selectFrom('removals').select('id').where('article_id', '=', articleId).executeTakeFirst()
  const { capture, text, statement, actor } = await thingsOf(db, articleId)
  if (removal !== undefined || text.length === 0) return null
  return { captures: capture.length, texts: text.length, statements: statement.length, speakers: actor.length }
}
