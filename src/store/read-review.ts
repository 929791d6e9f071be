import type { Kysely } from 'kysely'
import type { Statement } from '../reading/statement.ts'
import { type Identities, identitiesAt } from '../record/actors/identities.ts'
import { type SearchedText, searchedText } from '../record/anchors/searched-text.ts'
import type { StatementDecision } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import type { StatementRecord } from '../record/records.ts'
import { disagreements } from '../record/review/disagreements.ts'
import { stateAfter } from '../record/review/review-state.ts'
import type { MarkedPassage, ReviewArticle, ReviewedStatement } from '../record/review/reviews.ts'
import { standingStatement } from '../record/review/standing-statement.ts'
import type { Spoken } from '../record/review/with-values.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import { namesByActor } from './list-speakers.ts'
import { readArticleRecord } from './read-article.ts'
import { decisionOf, decisionRows } from './statement-decisions.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables>

/** All decisions about statements of an article, by statement, the first one first. */
async function decisionsIn(db: Db, articleId: Id): Promise<ReadonlyMap<Id, readonly StatementDecision[]>> {
  const rows = await decisionRows(db)
    .innerJoin('statements as t', 't.id', 'd.statement_id')
    .where('t.article_id', '=', articleId)
    .orderBy('d.seq')
    .execute()
  return Map.groupBy(rows.map(decisionOf), ({ statementId }) => statementId)
}

/** What readings found of these statements, by reading and statement. */
async function readingsOfAll(db: Db, ids: readonly Id[]): Promise<ReadonlyMap<string, Spoken>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('statement_readings')
    .select(['statement_id', 'reading_id', 'found', 'speaker_id'])
    .where('statement_id', 'in', ids)
    .where('found', 'is not', null)
    .orderBy('recorded_at')
    .execute()
  return new Map(
    rows.map(({ statement_id, reading_id, found, speaker_id }) => [
      `${reading_id} ${statement_id}`,
      { statement: JSON.parse(found ?? 'null') as Statement, speakerId: speaker_id },
    ]),
  )
}

/** The texts that readings read, without the one that is looked at. */
async function otherTexts(db: Db, readings: readonly Id[], textId: Id): Promise<ReadonlyMap<Id, SearchedText>> {
  if (readings.length === 0) return new Map()
  const rows = await db
    .selectFrom('readings as r')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['r.id', 't.text'])
    .where('r.id', 'in', [...new Set(readings)])
    .where('t.id', '!=', textId)
    .execute()
  return new Map(rows.map(({ id, text }) => [id, searchedText(text)]))
}

async function passagesIn(db: Db, textId: Id): Promise<readonly MarkedPassage[]> {
  const rows = await db.selectFrom('passages').selectAll().where('text_id', '=', textId).orderBy('seq').execute()
  const last = new Map(rows.map((row) => [row.passage_id, row]))
  return [...last.values()].flatMap(({ passage_id, start, end, is_marked }) =>
    is_marked === 1 ? [{ id: passage_id, span: [start, end] as const }] : [],
  )
}

/** All that is known of an article's statements. */
type Known = {
  readonly articleId: Id
  readonly searched: SearchedText
  readonly readings: ReadonlyMap<string, Spoken>
  readonly texts: Awaited<ReturnType<typeof otherTexts>>
  readonly identities: Identities
}

/** A statement before those who review, and whether it stands in the text; null for one that was added, and that undone. */
function reviewed(
  { articleId, searched, readings, texts, identities }: Known,
  id: Id,
  { now, decisions }: { readonly now: StatementRecord | null; readonly decisions: readonly StatementDecision[] },
): { readonly statement: ReviewedStatement; readonly stands: boolean } | null {
  const state = stateAfter(decisions.at(-1) ?? null)
  const { values, readingId, verdict } = state
  const decidedAbout = readings.get(`${readingId} ${id}`) ?? null
  const readNow = now === null ? null : { statement: plain(now), speakerId: now.speakerId }
  const machine = now ?? lastRead(readings, id, articleId)
  const otherText = texts.get(readingId ?? '') ?? null
  const standing = standingStatement(searched, { state, decidedAbout, otherText, readNow })
  const statement = standing ?? decidedAbout?.statement ?? (machine && plain(machine))
  if (statement === null || (machine === null && values.words === null)) return null
  const takenFor = values.speaker === null ? (decidedAbout ?? machine)?.speakerId : values.speaker.is
  const speakerId = (takenFor && identities.speakerOf(id, takenFor)) ?? null
  const how = { values, isAccepted: verdict === 'accepted' }
  return {
    stands: standing !== null,
    statement: {
      standing: { ...statement, id, articleId, speakerId, stillRead: now !== null },
      machine,
      state,
      decisions,
      disagreements: readNow === null ? [] : disagreements(readNow, { statement, speakerId }, how),
    },
  }
}

const placeOf = ({ standing }: ReviewedStatement) => standing.content[0]?.[0] ?? 0

/** The names of all who speak, by a person's word or the machine's. */
async function speakersNames(db: Db, statements: readonly ReviewedStatement[]) {
  const ids = statements.flatMap(({ standing, machine }) => [standing.speakerId, machine?.speakerId ?? null])
  return namesByActor(db, [...new Set(ids.filter((id) => id !== null))])
}

/** An article with its statements as persons and machine have them; null where there is none. */
export async function readReview(db: Db, articleId: Id): Promise<ReviewArticle | null> {
  const article = await readArticleRecord(db, articleId)
  if (article === null) return null
  const decided = await decisionsIn(db, articleId)
  const last = [...decided.values()].flatMap((decisions) => decisions.at(-1)?.readingId ?? [])
  const known: Known = {
    articleId,
    searched: searchedText(article.text),
    readings: await readingsOfAll(db, [...decided.keys()]),
    texts: await otherTexts(db, last, article.textId),
    identities: identitiesAt(await identityDecisions(db), FOREVER),
  }
  const readNow = new Map(article.statementRecords.map((record) => [record.id, record]))
  const all = [...new Set([...readNow.keys(), ...decided.keys()])].flatMap((id) => {
    const about = { now: readNow.get(id) ?? null, decisions: decided.get(id) ?? [] }
    return reviewed(known, id, about) ?? []
  })
  const statements = all
    .flatMap(({ statement, stands }) => (stands ? [statement] : []))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (a.standing.id < b.standing.id ? -1 : 1))
  return {
    article,
    statements,
    elsewhere: all.flatMap(({ statement, stands }) => (stands ? [] : [statement])),
    passages: await passagesIn(db, article.textId),
    names: await speakersNames(db, statements),
  }
}

/** As a machine last found it, where it does not now. */
function lastRead(readings: ReadonlyMap<string, Spoken>, id: Id, articleId: Id): StatementRecord | null {
  const last = [...readings].findLast(([key]) => key.endsWith(` ${id}`))?.[1]
  return last === undefined ? null : { ...last.statement, id, articleId, speakerId: last.speakerId, stillRead: false }
}

/** Without what the record adds. */
function plain(statement: Statement | StatementRecord): Statement {
  if (!('articleId' in statement)) return statement
  const { id: _, articleId: __, speakerId: ___, stillRead: ____, ...own } = statement
  return own
}
