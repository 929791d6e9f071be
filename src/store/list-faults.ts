import { type Kysely, sql } from 'kysely'
import type { Misshown } from '../record/evidence.ts'
import { waitingSql } from './refresh-reviews.ts'
import { readMisgiven } from './speaker-faults.ts'
import type { Tables } from './tables.ts'

/** More would tell nobody more. */
const MOST = 100

/** The text that stands of an article: the last of those that follow the first; one that was captured late follows none. */
const STANDING = `
  standing as (
    select t.article_id, t.id as text_id, r.id as reading_id
    from texts t join readings r on r.text_id = t.id
    where not exists (select 1 from texts later where later.supersedes = t.id)
      and not exists (select 1 from readings later where later.supersedes = r.id)
      and (t.supersedes is not null or t.id = (
        select b.text_id from text_blobs b join texts one on one.id = b.text_id
        where one.article_id = t.article_id order by b.seq limit 1))
  )`

/** Each gives the ids of what lists show otherwise than the record has it. */
const QUERIES: readonly (readonly [kind: Misshown['kind'], query: string])[] = [
  [
    'article',
    `with ${STANDING}
    select a.id from articles a join standing s on s.article_id = a.id left join current_articles c on c.seq = a.seq
    where (c.article_id, c.text_id, c.reading_id) is not (a.id, s.text_id, s.reading_id)
      or c.statements <> (
        select count(*) from statement_readings r where r.reading_id = s.reading_id and r.found is not null)
    union select article_id from current_articles where seq not in (select seq from articles)`,
  ],
  [
    'statement',
    `select s.id from statements s join articles a on a.id = s.article_id
    left join current_statements c on c.statement_id = s.id
    left join current_articles l on l.seq = a.seq
    left join statement_readings r on r.statement_id = s.id and r.reading_id = c.found_in
    left join statement_readings now on now.statement_id = s.id and now.reading_id = l.reading_id
    where s.id in (select statement_id from statement_readings) and (
      c.article_seq is not a.seq or r.found is null or c.position is not r.position
      or c.still_read is not (now.found is not null)
      or (c.still_read = 1 and c.found_in is not l.reading_id)
      or not exists (
        select 1 from statement_readings o where o.statement_id = s.id and o.reading_id = c.reading_id))
    union select v.statement_id from statement_values v join statements s on s.id = v.statement_id
      where v.added_to is not null and v.added_to <> s.article_id
    union select statement_id from current_statements where statement_id not in (select id from statements)`,
  ],
  [
    'accepted-statement',
    `with accepted as (
      select statement_id, seq from statement_decisions d where verdict = 'accepted'
        and not exists (
          select 1 from statement_decisions later where later.statement_id = d.statement_id and later.seq > d.seq)
    )
    select d.statement_id as id from accepted d
    join statements s on s.id = d.statement_id join articles a on a.id = s.article_id
    left join current_accepted c on c.statement_id = d.statement_id
    where (c.seq, c.article_seq) is not (d.seq, a.seq)
    union select statement_id from current_accepted where statement_id not in (select statement_id from accepted)`,
  ],
  [
    'actor',
    `with said as (
      select speaker_id, count(*) as statements, count(distinct article_seq) as articles
      from current_statements where still_read = 1 and speaker_id is not null group by speaker_id
    )
    select a.id from actors a left join said s on s.speaker_id = a.id left join current_speakers c on c.seq = a.seq
    where (c.actor_id, c.statements, c.articles) is not (s.speaker_id, s.statements, s.articles)`,
  ],
  [
    'review',
    `with waiting as (${waitingSql('is not null')})
    select coalesce(a.id, 'article ' || n.seq) as id
    from (select seq from articles union select article_seq from current_reviews) n
    left join articles a on a.seq = n.seq
    left join waiting w on w.article_seq = n.seq left join current_reviews c on c.article_seq = n.seq
    where (c.undecided, c.confidence) is not (w.undecided, w.confidence)`,
  ],
  [
    'account',
    `select a.id from accounts a join account_deeds d on d.account_id = a.id
    left join current_accounts c on c.account_id = a.id
    where not exists (select 1 from account_deeds later where later.supersedes = d.id) and (d.role_after is not c.role
      or c.joined_at is not (select min(j.recorded_at) from account_deeds j
        where j.account_id = a.id and j.deed in ('found', 'join') and c.account_id is not null))`,
  ],
]

/** What the lists, which are derived from the record, show otherwise than the record has it; the first hundred of each kind. */
export async function readMisshown(db: Kysely<Tables>): Promise<readonly Misshown[]> {
  const found: Misshown[] = []
  for (const [kind, query] of QUERIES) {
    const { rows } = await sql<{ id: string }>`
      select id from (${sql.raw(query)}) where id not in (select id from removed_things) order by id limit ${MOST}`.execute(
      db,
    )
    found.push(...rows.map(({ id }) => ({ kind, id })))
  }
  return [...found, ...(await readMisgiven(db))]
}
