import { onTestFinished } from 'vitest'
import type { Clock } from '../../src/record/clock.ts'
import { recordKeyOf } from '../../src/record/keyed-digest.ts'
import type { Store } from '../../src/record/store.ts'
import { subscribersIn } from './subscribers-in.ts'

/** The key of records of tests. */
export const TEST_KEY = recordKeyOf(Buffer.alloc(32, 7))

/** What pages need of the newsletter: nobody is subscribed. Ends with the test. */
export function newsletterOf(store: Pick<Store, 'consents'>, clock: Clock) {
  const { database, subscribers } = subscribersIn(null, clock, store)
  onTestFinished(() => database.close())
  return { subscribers, recordKey: TEST_KEY }
}
