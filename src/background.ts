/** Wires the list of work to what does it, in the background of this process. */
import { type AddArchiveWith, addArchiveJob } from './jobs/add-archive-job.ts'
import { addInputJob, addPageJob, addUrlJob } from './jobs/add-jobs.ts'
import { keepPictureWith } from './jobs/keep-picture.ts'
import { lookAtFeedJob } from './jobs/look-at-feed.ts'
import { lookAtPageJob } from './jobs/look-at-page.ts'
import type { Slots } from './jobs/worker.ts'
import { Worker } from './jobs/worker.ts'
import type { Fetcher } from './record/fetcher.ts'
import type { AddInput } from './record/input.ts'
import type { Queue, WorkKind } from './record/queue.ts'
import type { RenderPage } from './record/rendering.ts'
import type { Store } from './record/store.ts'
import { systemClock } from './store/system-clock.ts'
import { en } from './view/messages/en.ts'

export type BackgroundOptions = {
  readonly queue: Queue
  readonly add: AddInput
  readonly addArchive: AddArchiveWith
  readonly fetcher: Fetcher
  readonly render: RenderPage
  readonly store: Pick<Store, 'articleAt' | 'feeds' | 'addRendering' | 'pages' | 'versions' | 'version'>
  /** How many inputs are read at once. */
  readonly readers: number
  /** Takes a sentence for the person at the terminal. */
  readonly fault: (sentence: string) => void
  /** Told of every error that is ours. */
  readonly report: (error: unknown) => void
}

/** Fetching mostly waits for servers; of what only feeds ask for, two places are kept free for a person. */
function slots(readers: number): Readonly<Record<WorkKind, Slots>> {
  return {
    'add-input': { atOnce: readers, kept: readers - 1 },
    'add-url': { atOnce: 8, kept: 2 },
    // Each is a browser of half a gigabyte.
    'add-page': { atOnce: 2, kept: 0 },
    // One at a time, which reads with as many processes as there are.
    'add-archive': { atOnce: 1, kept: 0 },
    'look-at-feed': { atOnce: 4, kept: 0 },
    'look-at-page': { atOnce: 4, kept: 0 },
  }
}

/** Starts doing what waits in the queue. */
export function startWork(options: BackgroundOptions): Worker {
  const { queue, add, addArchive, fetcher, render, store, readers, fault, report } = options
  const clock = systemClock
  const handlers = {
    'add-input': addInputJob(add),
    'add-url': addUrlJob({ fetcher, add, store }),
    'add-page': addPageJob({ fetcher, add, keepPicture: keepPictureWith(render, store) }),
    'add-archive': addArchiveJob(addArchive),
    'look-at-page': lookAtPageJob({ store, fetcher, add, clock }),
    'look-at-feed': lookAtFeedJob({ feeds: store.feeds, fetcher, queue, clock }),
  }
  return new Worker({
    queue,
    handlers,
    slots: slots(readers),
    clock,
    crashed: en.crashed,
    fault,
    report,
  })
}
