/** Serves the record, adds what was named on the command line, and does what waits, until it is asked to end. */
import { setTimeout } from 'node:timers/promises'
import { startWork } from './background.ts'
import { assertOwned, deskLine } from './desk-link-command.ts'
import { filesBeside } from './gather/file-beside.ts'
import { handedInFiles } from './gather/handed-in-files.ts'
import { type InputSources, inputFiles } from './gather/input-files.ts'
import { pageTokenFile } from './gather/page-token-file.ts'
import { sampleDossier } from './gather/samples.ts'
import { addArchive } from './jobs/add-archive.ts'
import type { AddArchiveWith } from './jobs/add-archive-job.ts'
import { addInputTo } from './jobs/add-input.ts'
import { addPaths } from './jobs/add-paths.ts'
import { shownProgress } from './jobs/archive-words.ts'
import { watchStamps } from './jobs/daily-stamps.ts'
import { addDossier } from './jobs/dossiers/add-dossier.ts'
import { watchFeeds } from './jobs/due-feeds.ts'
import { watchPages } from './jobs/due-pages.ts'
import { followingWith } from './jobs/follow-feed.ts'
import { sweepHandedIn } from './jobs/sweep-handed-in.ts'
import type { Worker } from './jobs/worker.ts'
import { openMailer } from './mail/open-mailer.ts'
import { openNewsletter } from './open-newsletter.ts'
import { openRecord } from './open-record.ts'
import { rendererFor } from './page-renderer.ts'
import { openQueue } from './queue/open-queue.ts'
import type { Id } from './record/id.ts'
import type { AddInput } from './record/input.ts'
import type { Queue } from './record/queue.ts'
import type { Reader } from './record/reader.ts'
import type { Store } from './record/store.ts'
import { listen } from './server.ts'
import type { Settings } from './settings.ts'
import { stamperFor } from './stamp-command.ts'
import { stopSignal } from './stop-signal.ts'
import { systemClock } from './store/system-clock.ts'
import { terminalReading } from './view/terminal.ts'

/** What is under way when it ends gets so long to notice. */
const MAX_END_MS = 1_000

export type StartOptions = {
  readonly settings: Settings
  /** Files, folders and addresses to add before it says where it is. */
  readonly paths: readonly string[]
  readonly sources: InputSources
  /** Opened by who calls, closed here. */
  readonly reader: Reader
  /** Columns to print into. */
  readonly width: number
  readonly out: (line: string) => Promise<void>
  readonly fault: (sentence: string) => void
  readonly report: (error: unknown) => void
  /** Takes a line that says how far something has come; often. */
  readonly showStatus: (words: string) => void
}

/** What of the work is left, in a sentence for who ended it. */
async function lastSentence(queue: Queue, isAdding: boolean): Promise<string> {
  const { waiting } = await queue.counts(null)
  const rest = waiting === 0 ? '' : `; ${waiting === 1 ? '1 job waits' : `${waiting} jobs wait`} for the next start`
  return isAdding
    ? `Onrecord was stopped; what was added stays, add the rest again${rest}`
    : `Onrecord has stopped${rest}`
}

/** Lets go of what is under way, and waits a moment for it to notice. */
async function endWork(worker: Worker, { reader, sources }: StartOptions): Promise<void> {
  await worker.stop()
  const closed = Promise.all([reader.close(), sources.fetcher.close()])
  await Promise.race([Promise.all([closed, worker.ended()]), setTimeout(MAX_END_MS, undefined, { ref: false })])
}

/** What adds, and where the server is. */
type AddingParts = {
  readonly store: Store
  readonly add: AddInput
  readonly addArchive: AddArchiveWith
  readonly address: string
}

/** Adds the dossier that ships with the program. @returns its id */
async function addSampleDossier(store: Store, reader: Reader): Promise<Id> {
  const { text, beside } = await sampleDossier()
  const outcome = await addDossier(text, { store, reader, beside })
  if (outcome.state === 'refused') throw new Error(`the sample dossier: ${outcome.faults.join('; ')}`)
  return outcome.dossierId
}

/** Adds what was named on the command line, with what was read in each. */
async function addFirst(
  { store, add, addArchive, address }: AddingParts,
  { paths, sources, reader, width, out, fault, showStatus }: StartOptions,
  signal: AbortSignal,
): Promise<void> {
  await addPaths(inputFiles(paths, sources), {
    add,
    addArchive: (archive) => addArchive(archive, { fault, progress: shownProgress(archive.path, showStatus), signal }),
    addDossier: (path, text) => addDossier(text, { store, reader, beside: filesBeside(path) }),
    out,
    fault,
    signal,
    afterAdded: async ({ articleId }) => {
      const article = await store.article(articleId)
      if (article === null) return
      const { name: input, sha256, reader, names, statementRecords: statements } = article
      await out(terminalReading({ input, sha256, reader, article, names, statements }, width))
      await out(`${address}/desk/articles/${articleId}\n`)
    },
  })
}

/**
 * Runs the server until a signal.
 *
 * @returns whether it was ended before all paths were added
 * @throws ExpectedError where the data folder or the port cannot be used
 */
export async function start(options: StartOptions): Promise<{ readonly wasBrokenOff: boolean }> {
  const { settings, sources, reader, out, fault, report } = options
  const folder = settings.dataFolder
  const isAsked = stopSignal()
  const { store } = await openRecord(settings, systemClock)
  await assertOwned(settings, store)
  const mailer = openMailer({ smtp: settings.smtp, from: settings.mailFrom, folder, clock: systemClock })
  const newsletter = openNewsletter(folder, store)
  const stamp = stamperFor(settings, store)
  const queue = await openQueue({ folder, clock: systemClock })
  const { feeds } = store
  const { fetcher } = sources
  const handedIn = handedInFiles(folder, systemClock)
  const following = followingWith({ feeds, fetcher, queue })
  const { address, close } = await listen({
    port: settings.port,
    listen: settings.listen,
    address: settings.address,
    mailer,
    subscribers: newsletter.subscribers,
    recordKey: newsletter.recordKey,
    store,
    queue,
    following,
    pageToken: pageTokenFile(folder),
    addSampleDossier: () => addSampleDossier(store, reader),
    handedIn,
    report,
  })
  const add = addInputTo(store, reader)
  const addArchiveWith: AddArchiveWith = (archive, more) =>
    addArchive(archive, { add, store, readers: settings.readers, ...more })
  const worker = startWork({
    queue,
    add,
    addArchive: addArchiveWith,
    fetcher,
    render: rendererFor(settings),
    store,
    readers: settings.readers,
    fault,
    report,
  })
  const stopPages = watchPages({ pages: store.pages, groups: store.groups, queue, clock: systemClock }, report)
  const stopFeeds = watchFeeds({ feeds, queue, clock: systemClock }, report)
  const stopStamps = stamp && watchStamps({ evidence: store.evidence, stamp, clock: systemClock }, { fault, report })
  const stopSweeping = sweepHandedIn({ handedIn, queue }, report)
  const stopAnswering = newsletter.answer({ mailer, address: settings.address ?? address }, report)
  const breakingOff = new AbortController()
  let isAdding = true
  const begin = async () => {
    await addFirst({ store, add, addArchive: addArchiveWith, address }, options, breakingOff.signal)
    if (breakingOff.signal.aborted) return
    isAdding = false
    await out(`Onrecord is at ${address} (the record is in ${folder}; Ctrl-C stops it)`)
    await out(await deskLine(store, settings.listen === null ? address : (settings.address ?? address)))
  }
  try {
    await Promise.race([begin(), isAsked])
    await isAsked
    breakingOff.abort()
  } finally {
    stopFeeds()
    stopPages()
    stopStamps?.()
    stopSweeping()
    await stopAnswering()
    await endWork(worker, options)
    await out(await lastSentence(queue, isAdding))
    await close()
    mailer.close()
    newsletter.close()
    await queue.close()
    await store.close()
  }
  return { wasBrokenOff: isAdding }
}
