/** A process in which people confirm, one after another, while the ledger is told of it; to be killed at any moment. */

import { tellConsents } from '../../src/jobs/newsletter/tell-consents.ts'
import { systemClock } from '../../src/store/system-clock.ts'
import { openTestRecord } from '../open-test-record.ts'
import { subscribersIn } from './subscribers-in.ts'

const { CONSENTING_FOLDER: folder = '', CONSENTING_SIGN_UPS: signUps = '' } = process.env

const store = await openTestRecord({ folder, clock: systemClock })
const { database, subscribers } = subscribersIn(folder, systemClock, store)
for (const signUp of signUps.split(' ')) {
  await subscribers.confirm(signUp)
  process.stdout.write('confirmed\n')
  await tellConsents(subscribers, store.consents)
}
database.close()
await store.close()
