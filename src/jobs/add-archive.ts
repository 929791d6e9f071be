import type { FaultCode } from '../article/fault.ts'
import type { ArchiveItem } from '../gather/warc/archive-inputs.ts'
import { archiveIdentity } from '../gather/warc/archive-inputs.ts'
import type { WebArchive } from '../gather/warc/archive-parts.ts'
import type { AddInput, AddOutcome, Input } from '../record/input.ts'
import type { Store } from '../record/store.ts'
import { itemsInOrder, WITHOUT_ARTICLE } from './items-in-order.ts'

/** What came of an archive so far. */
export type ArchiveTally = {
  /** Of its WARC files, in bytes: those before which all is in the record, and all. */
  readonly done: number
  readonly total: number
  readonly records: number
  readonly added: number
  /** Articles that were there already. */
  readonly known: number
  /** Articles that were there already, with another text. */
  readonly changed: number
  /** Pages in which there is no article. */
  readonly without: number
  /** What could not be read; each got a sentence. */
  readonly lost: number
}

export type AddArchiveOptions = {
  readonly add: AddInput
  readonly store: Pick<Store, 'blobCaptured' | 'addCapture' | 'archivePlace' | 'keepArchivePlace'>
  /** How many inputs are read at once. */
  readonly readers: number
  /** Takes a sentence for each record that cannot be read, or that was read though something is wrong with it. */
  readonly fault: (sentence: string) => void
  /** Told after each record; often. */
  readonly progress: (tally: ArchiveTally) => void
  /** Where it is aborted, it ends, and goes on from there when it is called again. */
  readonly signal?: AbortSignal | undefined
}

/** The place is kept after so long: what was added since is looked at again after a crash, and found. */
const KEEP_EVERY_MS = 1_000

/** Faults of the machine as often as of the page: it had other work, or little memory, just then. */
const MAY_PASS: ReadonlySet<FaultCode> = new Set(['too-slow', 'too-big', 'crashed'])

/** Said of a page that was lost for a reason that need not be its own. */
const AGAIN = 'add the archive again, and it is tried again'

type Counted = 'added' | 'known' | 'changed' | 'without' | 'lost' | null

type Outcome = {
  readonly item: ArchiveItem
  readonly counted: Counted
  readonly sentences: readonly string[]
  /** Whether a page is owed that another try may give. */
  readonly isOwed?: true
}

/** Adds a page. What the machine may be to blame for is tried once more, when nothing before it is under way. */
async function addPage(input: Input, before: Promise<unknown>, add: AddInput): Promise<AddOutcome> {
  const outcome = await add(input)
  if (outcome.state !== 'failed' || !MAY_PASS.has(outcome.fault.code)) return outcome
  await before
  return add(input)
}

/** Adds what one record gives. */
async function addItem(
  item: ArchiveItem,
  before: Promise<unknown>,
  { add, store }: AddArchiveOptions,
): Promise<Outcome> {
  const { from, name } = item
  if (from.kind === 'passed') return { item, counted: null, sentences: [] }
  if (from.kind === 'fault') return { item, counted: 'lost', sentences: [`${name}: ${from.sentence}`] }
  if (from.kind === 'revisit') {
    // What it revisits may be on its way into the record.
    await before
    const sha256 = await store.blobCaptured(from.of.url, from.of.at)
    const { bytes: _, ...capture } = from.input
    const known = sha256 === null ? null : await store.addCapture({ ...capture, sha256 })
    return { item, counted: known === null ? null : 'known', sentences: [] }
  }
  const sentences = from.notes.map((note) => `${name}: ${note}`)
  const outcome = await addPage(from.input, before, add)
  if (outcome.state !== 'failed') return { item, counted: outcome.state, sentences }
  if (WITHOUT_ARTICLE.has(outcome.fault.code)) return { item, counted: 'without', sentences }
  const lost = `${name}: ${outcome.fault.sentence}; ${AGAIN}`
  return { item, counted: 'lost', sentences: [...sentences, lost], isOwed: true }
}

/**
 * Adds the articles of an archive of the web to the record, in parallel, as far as `readers` can follow. Broken off, also
 * by a crash, it goes on from where all before is in the record; articles are added once whatever happens. A page that
 * could not be read for a reason that may pass is not in the record: going on begins with it.
 *
 * @throws what the system throws where it cannot be read
 */
export async function addArchive({ path, parts }: WebArchive, options: AddArchiveOptions): Promise<ArchiveTally> {
  const { store, readers, fault, progress, signal } = options
  const identity = await archiveIdentity(path, parts)
  const total = parts.reduce((sum, { source }) => sum + source.size, 0)
  let tally: ArchiveTally = { done: 0, total, records: 0, added: 0, known: 0, changed: 0, without: 0, lost: 0 }
  let kept = performance.now()
  // From the first page that is owed on, the place is kept no more: going on begins with it.
  let owes = false
  const outcomes = itemsInOrder(parts, {
    from: await store.archivePlace(identity),
    readers,
    work: (item, before) => addItem(item, before, options),
  })
  for await (const { item, counted, sentences, isOwed = false } of outcomes) {
    if (signal?.aborted === true) return tally
    for (const sentence of sentences) fault(sentence)
    tally = { ...tally, done: item.done, records: tally.records + 1 }
    if (counted !== null) tally = { ...tally, [counted]: tally[counted] + 1 }
    progress(tally)
    owes ||= isOwed
    if (owes || performance.now() - kept < KEEP_EVERY_MS) continue
    await store.keepArchivePlace(identity, item.next)
    kept = performance.now()
  }
  await store.keepArchivePlace(identity, null)
  return { ...tally, done: total }
}
