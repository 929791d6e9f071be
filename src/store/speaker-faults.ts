import { type Kysely, sql } from 'kysely'
import { type IdentityDecision, identitiesAt } from '../record/actors/identities.ts'
import type { Misshown } from '../record/evidence.ts'
import type { Id } from '../record/id.ts'
import { FOREVER } from './forever.ts'
import { TAKEN_FOR_SQL } from './statement-values.ts'
import type { Tables } from './tables.ts'

/** More would tell nobody more. */
const MOST = 100

type Given = { readonly id: Id; readonly shown: Id | null; readonly takenFor: Id | null }

/** For each list of statements: whose each is there, and whom the reading, or the person who accepted it, took for its speaker. */
const GIVEN: readonly (readonly [kind: Misshown['kind'], query: string])[] = [
  [
    'statement',
    `select c.statement_id as id, c.speaker_id as shown, r.speaker_id as takenFor
    from current_statements c join statement_readings r on r.statement_id = c.statement_id and r.reading_id = c.found_in`,
  ],
  [
    'accepted-statement',
    `select c.statement_id as id, c.speaker_id as shown, ${TAKEN_FOR_SQL} as takenFor
    from current_accepted c join statement_decisions d on d.seq = c.seq
    left join statement_values v on v.id = d.id
    left join statement_readings s on s.statement_id = d.statement_id and s.reading_id = d.reading_id`,
  ],
]

/** What was decided about who is who. What is no decision any more, because it was altered, is named elsewhere. */
async function identityDecisionsLeft(db: Kysely<Tables>): Promise<readonly IdentityDecision[]> {
  const rows = await db.selectFrom('identity_decisions').select('value').orderBy('seq').execute()
  return rows.flatMap(({ value }) => {
    try {
      const decision = JSON.parse(value) as IdentityDecision
      const isOne = decision.kind !== 'split' || Array.isArray(decision.places)
      return isOne && typeof decision.recordedAt === 'string' ? [decision] : []
    } catch {
      return []
    }
  })
}

/** Those that were merged into another, or split: the only ones whose statements are another's than the one they were read as. */
function movedIn(decisions: readonly IdentityDecision[]): readonly Id[] {
  return decisions.flatMap((decision) => {
    if (decision.kind === 'merge') return [decision.gone]
    return decision.kind === 'split' ? [decision.from] : []
  })
}

/** Statements that a list gives to another speaker than the record does; the first hundred of each. */
export async function readMisgiven(db: Kysely<Tables>): Promise<readonly Misshown[]> {
  const decisions = await identityDecisionsLeft(db)
  const moved = JSON.stringify(movedIn(decisions))
  const { speakerOf } = identitiesAt(decisions, FOREVER)
  const found: Misshown[] = []
  for (const [kind, query] of GIVEN) {
    const { rows } = await sql<Given>`
      select * from (${sql.raw(query)})
      where shown is not takenFor or takenFor in (select value from json_each(${moved})) order by id`.execute(db)
    const wrong = rows.filter(
      ({ id, shown, takenFor }) => shown !== (takenFor === null ? null : speakerOf(id, takenFor)),
    )
    found.push(...wrong.slice(0, MOST).map(({ id }) => ({ kind, id })))
  }
  return found
}
