import type { Hono } from 'hono'
import { onTestFinished } from 'vitest'
import { handedInFiles } from '../src/gather/handed-in-files.ts'
import { pageTokenFile } from '../src/gather/page-token-file.ts'
import { followingWith } from '../src/jobs/follow-feed.ts'
import type { SqliteSubscribers } from '../src/mailing/sqlite-subscribers.ts'
import { createPages } from '../src/pages.ts'
import { openQueue } from '../src/queue/open-queue.ts'
import type { Clock } from '../src/record/clock.ts'
import type { Fetcher } from '../src/record/fetcher.ts'
import type { Mail, Mailer } from '../src/record/mailer.ts'
import type { Store } from '../src/record/store.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { newsletterOf } from './newsletter/newsletter-of.ts'
import { openTestRecord } from './open-test-record.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const ORIGIN = 'http://localhost:4600'

const neverAsked: Fetcher = { fetch: () => Promise.reject(new Error('asked')), close: async () => undefined }

export type TestPages = {
  readonly app: Hono
  readonly store: Store
  readonly subscribers: SqliteSubscribers
  readonly mailer: Mailer
  /** The mails that were sent. */
  readonly mails: readonly Mail[]
  /** The errors that were reported. */
  readonly reported: readonly unknown[]
}

/** All pages over an empty record in memory, reached as `localhost:4600`, which end with the test. */
export async function openTestPages({
  clock = systemClock,
  address = null,
}: {
  readonly clock?: Clock
  readonly address?: string | null
} = {}): Promise<TestPages> {
  const store = await openTestRecord({ folder: null, clock })
  const queue = await openQueue({ folder: null, clock })
  onTestFinished(async () => {
    await queue.close()
    await store.close()
  })
  const newsletter = newsletterOf(store, clock)
  const mails: Mail[] = []
  const reported: unknown[] = []
  const mailer: Mailer = { isSent: true, send: async (mail) => void mails.push(mail), close: () => undefined }
  const app = createPages({
    address,
    mailer,
    ...newsletter,
    store,
    queue,
    clock,
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    following: followingWith({ feeds: store.feeds, fetcher: neverAsked, queue }),
    samples: async () => [],
    addSampleDossier: async () => 'sample',
    port: () => 4600,
    report: (error) => reported.push(error),
  })
  return { app, store, subscribers: newsletter.subscribers, mailer, mails, reported }
}
