import type { InputOutcome } from '../gather/input-files.ts'
import { isSystemError, systemFault } from '../gather/system-fault.ts'
import type { WebArchive } from '../gather/warc/archive-parts.ts'
import { isDossierFile, isDossierName } from '../record/dossier-file/parse-dossier-file.ts'
import type { AddInput, AddOutcome, Input } from '../record/input.ts'
import { StoreError } from '../record/store-error.ts'
import { terminalWords } from '../view/terminal.ts'
import type { ArchiveTally } from './add-archive.ts'
import { archiveSentence } from './archive-words.ts'
import type { AddDossierOutcome } from './dossiers/add-dossier.ts'
import { dossierSentence } from './dossiers/dossier-words.ts'
import type { LineSinks } from './read-lines.ts'

/** Bytes within which a dossier file says what it is. */
const DOSSIER_HEAD = 10_000

/** What came of adding one input, in a sentence. */
export function addSentence(outcome: Exclude<AddOutcome, { state: 'failed' }>): string {
  const { state, statements } = outcome
  const input = terminalWords(outcome.input)
  const count = statements === 1 ? '1 statement' : `${statements} statements`
  if (state === 'added') return `${input}: added, ${count}`
  if (state === 'changed') return `${input}: was there already, with another text; this one is kept beside it, ${count}`
  return `${input}: was there already, nothing changed (${count})`
}

export type AddPathsOptions = LineSinks & {
  readonly add: AddInput
  /** Adds all articles of an archive. */
  readonly addArchive: (archive: WebArchive) => Promise<ArchiveTally>
  /** Adds a dossier file, the text of which is given with its path. */
  readonly addDossier: (path: string, text: string) => Promise<AddDossierOutcome>
  /** Where it is aborted, nothing more is added or said. */
  readonly signal?: AbortSignal
  /** Called for each input that is in the record now, after its line. */
  readonly afterAdded?: (outcome: Exclude<AddOutcome, { state: 'failed' }>) => Promise<void>
}

/** @returns how many records could not be read, as if each were an input */
async function addOneArchive(
  archive: WebArchive,
  { addArchive, out, fault, signal }: AddPathsOptions,
): Promise<number> {
  try {
    const tally = await addArchive(archive)
    if (signal?.aborted !== true) await out(archiveSentence(archive.path, tally))
    return tally.lost
  } catch (error) {
    if (!isSystemError(error)) throw error
    fault(`${archive.path}: ${systemFault(error).sentence}`)
    return 1
  }
}

/** The text of a dossier file; null for any other input. */
function dossierText({ name, bytes, received }: Input): string | null {
  if (received !== null) return null
  const beginning = new TextDecoder().decode(bytes.subarray(0, DOSSIER_HEAD))
  return isDossierName(name) || isDossierFile(beginning) ? new TextDecoder().decode(bytes) : null
}

/** @returns 1 where the file was refused; each of its faults got a sentence */
async function addOneDossier(path: string, text: string, { addDossier, out, fault }: AddPathsOptions): Promise<number> {
  const outcome = await unlessRefused(() => addDossier(path, text))
  if (outcome.state !== 'refused') {
    await out(dossierSentence(path, outcome))
    return 0
  }
  for (const sentence of outcome.faults) fault(`${path}: ${sentence}`)
  fault(`${path}: nothing of it was added`)
  return 1
}

/** The record may refuse a dossier; what is not the record's own error is ours. */
async function unlessRefused(add: () => Promise<AddDossierOutcome>): Promise<AddDossierOutcome> {
  try {
    return await add()
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    return { state: 'refused', faults: [error.message] }
  }
}

/**
 * Adds each input to the record, in the order given, and prints a line for each.
 *
 * @returns how many inputs could not be added; each of them got a sentence
 */
export async function addPaths(inputs: AsyncIterable<InputOutcome>, options: AddPathsOptions): Promise<number> {
  const { add, out, fault, afterAdded, signal } = options
  let failed = 0
  for await (const named of inputs) {
    if ('archive' in named) {
      failed += await addOneArchive(named.archive, options)
      if (signal?.aborted === true) break
      continue
    }
    const dossier = named.ok ? dossierText(named.input) : null
    if (named.ok && dossier !== null) {
      failed += await addOneDossier(named.input.name, dossier, options)
      if (signal?.aborted === true) break
      continue
    }
    const outcome: AddOutcome = named.ok
      ? await add(named.input)
      : { state: 'failed', input: named.name, fault: named.fault }
    if (signal?.aborted === true) break
    if (outcome.state === 'failed') {
      failed += 1
      fault(`${outcome.input}: ${outcome.fault.sentence}`)
      continue
    }
    await out(addSentence(outcome))
    await afterAdded?.(outcome)
  }
  return failed
}
