import { openMailing } from '../../src/mailing/open-mailing.ts'
import { SqliteSubscribers } from '../../src/mailing/sqlite-subscribers.ts'
import type { Clock } from '../../src/record/clock.ts'
import type { MailRequest, WaitingMail } from '../../src/record/newsletter/subscribers.ts'
import type { Store } from '../../src/record/store.ts'
import { ulids } from '../../src/record/ulid.ts'

/** Opens the subscribers of a data folder; null keeps them in memory. */
export function subscribersIn(folder: string | null, clock: Clock, { consents }: Pick<Store, 'consents'>) {
  const database = openMailing({ folder, clock })
  const newId = ulids(() => crypto.getRandomValues(new Uint8Array(10)))
  const subscribers = new SqliteSubscribers(database, { newId, subjectOf: (words) => consents.subjectOf(words) })
  return { database, subscribers }
}

/** A sign-up as the form sends it. */
export function signingUp(address: string, more: Partial<MailRequest> = {}): MailRequest {
  return {
    door: 'sign-up',
    address,
    network: '192.0.2.0/24',
    proof: null,
    isTrapped: false,
    following: { topics: ['everything'], cadence: 'weekly' },
    language: 'en',
    agreed: { terms: 1, form: 'sign-up 1' },
    ...more,
  }
}

/** Who asks for a link to the own preferences. */
export function askingFor(address: string, more: Partial<MailRequest> = {}): MailRequest {
  return signingUp(address, { door: 'preferences', following: null, agreed: null, ...more })
}

/** Decides what waits, and takes the mails that answer it. */
export async function mailsOf(subscribers: SqliteSubscribers): Promise<readonly WaitingMail[]> {
  while ((await subscribers.answerSome()) > 0);
  const mails = await subscribers.dueMails()
  for (const { id } of mails) await subscribers.mailSent(id)
  return mails
}
