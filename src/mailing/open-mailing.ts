import type { Clock } from '../record/clock.ts'
import type { DatabaseForm } from '../sqlite/migrate.ts'
import { openDatabase } from '../sqlite/open-database.ts'
import { MailingDatabase } from './mailing-database.ts'
import { NEWSLETTER } from './migrations/0001-newsletter.ts'
import { SIGNING_UP } from './migrations/0002-signing-up.ts'

/** The newsletter's file in the data folder: beside the record, which is only added to and holds no address. */
const FILE = 'newsletter.sqlite'

/** Marked with "OnNl". */
const FORM: DatabaseForm = { applicationId: 0x4f6e4e6c, migrations: [NEWSLETTER, SIGNING_UP] }

export type OpenMailingOptions = {
  /** The data folder, made if it is not there; null keeps it in memory and forgets it on close. */
  readonly folder: string | null
  readonly clock: Clock
}

/**
 * Opens what the newsletter knows, making or updating its tables where needed. Several processes may have it open.
 *
 * @throws StoreError with a sentence where the folder or the file cannot be used
 */
export function openMailing({ folder, clock }: OpenMailingOptions): MailingDatabase {
  const { database, path } = openDatabase({ folder, file: FILE }, FORM)
  // An address that is erased is overwritten, not only unlinked; the file of recent writes stays small.
  database.exec('pragma secure_delete = on; pragma journal_size_limit = 67108864')
  return new MailingDatabase({ database, path, clock })
}
