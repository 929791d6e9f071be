import { onTestFinished } from 'vitest'
import { handedInFiles } from '../src/gather/handed-in-files.ts'
import { pageTokenFile } from '../src/gather/page-token-file.ts'
import { followingWith } from '../src/jobs/follow-feed.ts'
import { openQueue } from '../src/queue/open-queue.ts'
import type { Clock } from '../src/record/clock.ts'
import type { Store } from '../src/record/store.ts'
import { listen } from '../src/server.ts'
import { localFetcher } from './local-web.ts'
import { newsletterOf } from './newsletter/newsletter-of.ts'
import { NO_MAILS } from './signed-in.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** Serves a record on a free port until the test is over, for a browser. @returns where: `http://localhost:…` */
export async function servedRecord(store: Store, clock: Clock): Promise<string> {
  const queue = await openQueue({ folder: null, clock })
  const server = await listen({
    port: 0,
    listen: null,
    mailer: NO_MAILS,
    ...newsletterOf(store, clock),
    store,
    queue,
    following: followingWith({ feeds: store.feeds, fetcher: localFetcher(), queue }),
    pageToken: pageTokenFile(temporaryFolder()),
    handedIn: handedInFiles(temporaryFolder(), clock),
    address: null,
    addSampleDossier: async () => 'none',
    report: (error) => {
      throw error
    },
  })
  onTestFinished(async () => {
    await server.close()
    await queue.close()
  })
  return server.address
}
