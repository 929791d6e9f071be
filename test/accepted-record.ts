import type { Article } from '../src/article/article.ts'
import type { Statement } from '../src/reading/statement.ts'
import type { Actor } from '../src/record/actors/actor.ts'
import type { Dossier } from '../src/record/dossier/dossier.ts'
import type { Id } from '../src/record/id.ts'
import type { StatementView } from '../src/record/public-record.ts'
import type { Store } from '../src/record/store.ts'
import { coverageOf } from './marked-coverage.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'

/** One article with statements in the marks' notation, and what is known beside them. */
export type AcceptedArticle = {
  readonly notation: string
  readonly article?: Partial<Article>
  /** What the reader found in every statement of it. */
  readonly statement?: Partial<Statement>
  /** Through whom the first of them came, as the dossier has it. */
  readonly via?: readonly string[]
  /** Who says the first of them, as the dossier knows it. */
  readonly actor?: Partial<Actor>
  readonly dossier?: Partial<Dossier>
}

/** What was made. */
export type Accepted = { readonly articleId: Id; readonly statementIds: readonly Id[]; readonly speakerId: Id }

/** Adds an article, and a published dossier that rests on its first statement: that is accepted, the others are not. */
export async function addAccepted(store: Store, made: AcceptedArticle): Promise<Accepted> {
  const coverage = coverageOf(made.notation)
  const statements = coverage.reading.statements.map((statement) => ({ ...statement, ...made.statement }))
  const { articleId } = await store.addCoverage({
    ...coverage,
    url: made.article?.url ?? null,
    article: { ...coverage.article, ...made.article },
    reading: { ...coverage.reading, statements },
  })
  const statementIds = (await store.article(articleId))?.statementRecords.map(({ id }) => id) ?? []
  const plain = smallDossier([{ ...saying(articleId, statementIds[0] ?? ''), via: made.via ?? [] }])
  const actors = plain.actors.map((actor) => ({ ...actor, ...made.actor, id: actor.id }))
  await store.dossiers.take(taken({ ...plain, actors, ...made.dossier }))
  const shown = await acceptedStatement(store, statementIds[0] ?? '')
  return { articleId, statementIds, speakerId: shown.speaker?.id ?? '' }
}

/** An accepted statement. @throws where it is none */
export async function acceptedStatement(store: Store, id: Id): Promise<StatementView> {
  const found = await store.publicRecord.statement(id, null)
  if (found === null || !('statement' in found)) throw new Error('the statement is not accepted')
  return found
}
