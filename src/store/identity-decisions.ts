import type { Kysely } from 'kysely'
import type { IdentityDecision } from '../record/actors/identities.ts'
import type { Tables } from './tables.ts'

/** All that was ever decided about who is who, in the order in which it was. */
export async function identityDecisions(db: Kysely<Tables>): Promise<readonly IdentityDecision[]> {
  const rows = await db.selectFrom('identity_decisions').select('value').orderBy('seq').execute()
  return rows.map(({ value }) => JSON.parse(value) as IdentityDecision)
}
