import { randomBytes } from 'node:crypto'
import { type AnswerParts, watchVisitors } from './jobs/newsletter/answer-visitors.ts'
import { openMailing } from './mailing/open-mailing.ts'
import { SqliteSubscribers } from './mailing/sqlite-subscribers.ts'
import type { RecordKey } from './record/keyed-digest.ts'
import { linkTokens } from './record/newsletter/link-token.ts'
import type { Subscribers } from './record/newsletter/subscribers.ts'
import type { Store } from './record/store.ts'
import { ulids } from './record/ulid.ts'
import { openRecordKey } from './store/record-key.ts'
import { systemClock } from './store/system-clock.ts'

/** The newsletter of a data folder, opened. */
export type OpenNewsletter = {
  readonly subscribers: Subscribers
  readonly recordKey: RecordKey
  /** Answers visitors from now on. @returns what ends it */
  answer(by: Pick<AnswerParts, 'mailer' | 'address'>, report: (error: unknown) => void): () => Promise<void>
  close(): void
}

/**
 * Opens what the newsletter knows of those who signed up.
 *
 * @throws StoreError with a sentence where the folder or the file cannot be used
 */
export function openNewsletter(folder: string, { consents }: Pick<Store, 'consents'>): OpenNewsletter {
  const clock = systemClock
  const database = openMailing({ folder, clock })
  const recordKey = openRecordKey(folder)
  const subscribers = new SqliteSubscribers(database, {
    newId: ulids(() => randomBytes(10)),
    subjectOf: (words) => consents.subjectOf(words),
  })
  return {
    subscribers,
    recordKey,
    answer: (by, report) =>
      watchVisitors({ subscribers, consents, links: linkTokens(recordKey), clock, ...by }, report),
    close: () => database.close(),
  }
}
