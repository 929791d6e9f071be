import { onTestFinished } from 'vitest'
import { handedInFiles } from '../src/gather/handed-in-files.ts'
import { pageTokenFile } from '../src/gather/page-token-file.ts'
import { followingWith } from '../src/jobs/follow-feed.ts'
import { createPages } from '../src/pages.ts'
import { openQueue } from '../src/queue/open-queue.ts'
import type { Clock } from '../src/record/clock.ts'
import type { Store } from '../src/record/store.ts'
import { localFetcher } from './local-web.ts'
import { newsletterOf } from './newsletter/newsletter-of.ts'
import { NO_MAILS } from './signed-in.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HOST = 'localhost:4600'

/** All pages over a record, as a browser on this computer asks for them; an error of ours fails the test. */
export async function pagesOver(store: Store, clock: Clock) {
  const queue = await openQueue({ folder: null, clock })
  onTestFinished(() => queue.close())
  const app = createPages({
    address: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, clock),
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    clock,
    store,
    queue,
    following: followingWith({ feeds: store.feeds, fetcher: localFetcher(), queue }),
    samples: async () => [],
    addSampleDossier: async () => 'sample',
    port: () => 4600,
    report: (error) => {
      throw error
    },
  })
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    app.request(`http://${HOST}${path}`, { headers: { Host: HOST, ...headers } })
  return { app, get }
}
