import type { Kysely } from 'kysely'
import { type Identities, identitiesAt } from '../record/actors/identities.ts'
import type { SpeakerProposal, SpeakerVerdict } from '../record/actors/speaker-proposal.ts'
import type { DecidedBy } from '../record/decisions.ts'
import type { Id } from '../record/id.ts'
import type { ListQuery, Page } from '../record/page.ts'
import { StoreError } from '../record/store-error.ts'
import { cutPage, keysOf, limitOf, TOP } from './cursor.ts'
import { decideIdentity } from './decide-identity.ts'
import { FOREVER } from './forever.ts'
import { identityDecisions } from './identity-decisions.ts'
import type { Tables } from './tables.ts'
import { writeDecision } from './write-decision.ts'
import { closeSpeakerProposal } from './write-speaker-proposals.ts'
import type { Writer } from './writer.ts'

type Db = Kysely<Tables>

/** Proposals with the article and the last decision, those of removed articles left out. */
function proposalRows(db: Db) {
  return db
    .selectFrom('speaker_proposals as p')
    .innerJoin('readings as r', 'r.id', 'p.reading_id')
    .innerJoin('texts as t', 't.id', 'r.text_id')
    .select(['p.seq', 'p.id', 'p.recorded_at', 'p.actor_id', 'p.may_be', 'p.reason', 't.article_id'])
    .select(({ selectFrom }) =>
      selectFrom('speaker_proposal_decisions as d')
        .select('d.verdict')
        .whereRef('d.proposal_id', '=', 'p.id')
        .orderBy('d.seq', 'desc')
        .limit(1)
        .as('verdict'),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('removals').select('removals.id').whereRef('removals.article_id', '=', 't.article_id'))),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof proposalRows>['executeTakeFirstOrThrow']>>

function proposalOf(row: Row, { actorOf }: Identities): SpeakerProposal {
  const { id, recorded_at: recordedAt, article_id: articleId, reason, verdict } = row
  return { id, recordedAt, articleId, actorId: actorOf(row.actor_id), mayBe: actorOf(row.may_be), reason, verdict }
}

const identitiesOf = async (db: Db) => identitiesAt(await identityDecisions(db), FOREVER)

/**
 * A page of those that nobody decided about and that are not the same actor by now, the newest first.
 *
 * Cost: O(limit), and counting the list of what is open.
 */
export async function openSpeakerProposals(db: Db, query: ListQuery): Promise<Page<SpeakerProposal>> {
  const [before = TOP] = keysOf(query.cursor, 1)
  const limit = limitOf(query.limit)
  const rows = await proposalRows(db)
    .innerJoin('current_speaker_proposals as c', 'c.seq', 'p.seq')
    .where('c.seq', '<', before)
    .orderBy('c.seq', 'desc')
    .limit(limit + 1)
    .execute()
  const { total } = await db
    .selectFrom('current_speaker_proposals')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const page = cutPage(rows, { limit, keys: ({ seq }) => [seq] })
  const identities = await identitiesOf(db)
  return { items: page.rows.map((row) => proposalOf(row, identities)), total, next: page.next }
}

async function proposalById(db: Db, id: Id): Promise<SpeakerProposal> {
  const row = await proposalRows(db).where('p.id', '=', id).executeTakeFirst()
  if (row === undefined)
    throw new StoreError('refused', `there is no proposal ${id}; choose one that is listed; nothing was decided`)
  return proposalOf(row, await identitiesOf(db))
}

/**
 * Writes what a person says of a proposal: accepted, the speaker is merged into the actor that it may be, which can be
 * undone as any merge; declined, the two are not proposed again.
 *
 * @throws StoreError `refused` where there is none, or where it was said before
 */
export async function decideSpeakerProposal(
  writer: Writer,
  id: Id,
  { verdict, by }: { readonly verdict: SpeakerVerdict; readonly by: DecidedBy },
): Promise<SpeakerProposal> {
  const proposal = await proposalById(writer.trx, id)
  const { actorId, mayBe } = proposal
  const isSame = actorId === mayBe
  if (proposal.verdict === verdict && (verdict === 'declined' || isSame))
    throw new StoreError('refused', `proposal ${id} was ${verdict} before; nothing was decided`)
  if (verdict === 'declined' && isSame)
    throw new StoreError(
      'refused',
      `proposal ${id}: the two are one actor; undo their merge first; nothing was decided`,
    )
  const write = async (decisionId: Id) => {
    const { trx, now, newId } = writer
    await trx
      .insertInto('speaker_proposal_decisions')
      .values({ id: newId(), decision_id: decisionId, proposal_id: id, verdict, recorded_at: now })
      .execute()
    await closeSpeakerProposal(trx, id)
  }
  if (verdict === 'accepted' && !isSame)
    await decideIdentity(writer, { kind: 'merge', gone: actorId, into: mayBe }, by, write)
  else await writeDecision(writer, { by, reason: null, dossierId: null, names: null }, write)
  return proposalById(writer.trx, id)
}
