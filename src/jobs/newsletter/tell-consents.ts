import type { Consents } from '../../record/newsletter/consents.ts'
import type { Subscribers } from '../../record/newsletter/subscribers.ts'

/**
 * Moves what people did from the newsletter's file into the record's ledger. After a crash between the two, what was
 * written there already is found by its id, and only taken off the list here.
 */
export async function tellConsents(
  subscribers: Pick<Subscribers, 'unledgered' | 'ledgered'>,
  consents: Pick<Consents, 'add'>,
): Promise<void> {
  for (let acts = await subscribers.unledgered(); acts.length > 0; acts = await subscribers.unledgered()) {
    for (const act of acts) await consents.add(act)
    await subscribers.ledgered(acts.map(({ id }) => id))
  }
}
