/** The record, opened for one command about dossiers. */
import { openRecord } from './open-record.ts'
import { ExpectedError } from './record/expected-error.ts'
import type { Store } from './record/store.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'

/** Opens the record for `work`, and closes it whatever comes of that. */
export async function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const { store } = await openRecord(settings, systemClock)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

/** What is said where nothing has the id that was typed. */
export function noDossier(id: string): ExpectedError {
  return new ExpectedError(`there is no dossier "${id}"; "npx onrecord show" lists those that are there`)
}
