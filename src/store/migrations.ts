import type { DatabaseForm } from '../sqlite/migrate.ts'
import { FIRST_RECORD } from './migrations/0001-first-record.ts'
import { CAPTURES } from './migrations/0002-captures.ts'
import { TIME_CODES } from './migrations/0003-time-codes.ts'
import { FEEDS } from './migrations/0004-feeds.ts'
import { LEDGER } from './migrations/0005-ledger.ts'
import { ARCHIVE } from './migrations/0006-archive.ts'
import { ARCHIVE_PLACES } from './migrations/0007-archive-places.ts'
import { DOSSIERS } from './migrations/0008-dossiers.ts'
import { TEXT_BLOBS } from './migrations/0010-text-blobs.ts'
import { TIME_STAMPS } from './migrations/0011-time-stamps.ts'
import { LEDGER_OF_CAPTURES } from './migrations/0012-ledger-of-captures.ts'
import { EXPORTS } from './migrations/0013-exports.ts'
import { RENDERINGS } from './migrations/0014-renderings.ts'
import { WATCHED_PAGES } from './migrations/0015-watched-pages.ts'
import { NAMES_OF_READINGS } from './migrations/0020-names-of-readings.ts'
import { REMOVALS } from './migrations/0021-removals.ts'
import { WATCHED_GROUPS } from './migrations/0030-watched-groups.ts'
import { SPEAKER_PROPOSALS } from './migrations/0031-speaker-proposals.ts'
import { DOSSIER_REMOVALS } from './migrations/0032-dossier-removals.ts'
import { ACCOUNTS } from './migrations/0033-accounts.ts'
import { CONSENTS } from './migrations/0034-consents.ts'
import { REVIEW } from './migrations/0036-review.ts'
import { OPEN_SPEAKER_PROPOSALS } from './migrations/0039-open-speaker-proposals.ts'

/** In the order in which they landed, not that of their numbers. One that was released is never changed: a newer one follows it. */
const MIGRATIONS: readonly string[] = [
  FIRST_RECORD,
  CAPTURES,
  LEDGER,
  TIME_CODES,
  FEEDS,
  ARCHIVE,
  ARCHIVE_PLACES,
  TEXT_BLOBS,
  TIME_STAMPS,
  LEDGER_OF_CAPTURES,
  DOSSIERS,
  EXPORTS,
  NAMES_OF_READINGS,
  RENDERINGS,
  REMOVALS,
  WATCHED_PAGES,
  WATCHED_GROUPS,
  ACCOUNTS,
  DOSSIER_REMOVALS,
  SPEAKER_PROPOSALS,
  CONSENTS,
  OPEN_SPEAKER_PROPOSALS,
  REVIEW,
]

/** The record's database, marked as ours with "OnRe". */
export const RECORD_FORM: DatabaseForm = { applicationId: 0x4f6e5265, migrations: MIGRATIONS }
