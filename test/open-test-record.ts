import { openRecord } from '../src/open-record.ts'
import type { Clock } from '../src/record/clock.ts'
import type { Store } from '../src/record/store.ts'

/** Opens a record for a test, with its archive; `folder` null keeps both in memory. */
export async function openTestRecord({
  folder,
  clock,
}: {
  readonly folder: string | null
  readonly clock: Clock
}): Promise<Store> {
  const { store } = await openRecord({ dataFolder: folder, collector: null }, clock)
  return store
}
