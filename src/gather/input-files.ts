import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { Fetcher } from '../record/fetcher.ts'
import type { Input } from '../record/input.ts'
import { addressShaped, hasScheme } from '../record/typed-address.ts'
import { ENDINGS, folderFiles } from './folder-files.ts'
import { readBounded } from './read-bounded.ts'
import { systemFault } from './system-fault.ts'
import { archiveParts, type WebArchive } from './warc/archive-parts.ts'

/** A named input read, or the reason why it could not be. */
export type InputOutcome =
  | { readonly ok: true; readonly input: Input }
  /** An archive of the web, whose pages are read one by one. */
  | { readonly ok: true; readonly archive: WebArchive }
  | { readonly ok: false; readonly name: string; readonly fault: Fault }

/** The word for standard input; a file of that name is "./-". */
const STANDARD_INPUT = '-'

/** What is said of a server that answers without a page. */
export const NO_PAGE: Fault = { code: 'unreadable', sentence: 'the server sent no page; try again later' }

const NOTHING_IN_FOLDER: Fault = {
  code: 'not-found',
  sentence: `no file in this folder ends in ${ENDINGS.replace(' and ', ' or ')}; name the files themselves`,
}

/** Reads what a stream gives, and never more of it than is allowed. */
async function readInput(name: string, stream: Readable): Promise<InputOutcome> {
  try {
    const bytes = await readBounded(stream, MAX_INPUT_BYTES)
    if (bytes === null) return { ok: false, name, fault: tooLarge(null) }
    return { ok: true, input: { name, bytes, contentType: null, url: null, received: null } }
  } catch (error) {
    return { ok: false, name, fault: systemFault(error) }
  }
}

/** Tells an archive from a file that is read whole. */
async function fileOutcome(path: string): Promise<InputOutcome> {
  try {
    const parts = await archiveParts(path)
    if (parts === null) return await readFileInput(path)
    return 'code' in parts ? { ok: false, name: path, fault: parts } : { ok: true, archive: { path, parts } }
  } catch (error) {
    return { ok: false, name: path, fault: systemFault(error) }
  }
}

/** Reads one file, a pipe or a device too. */
async function readFileInput(path: string): Promise<InputOutcome> {
  const size = await stat(path).then(
    (entry) => entry.size,
    () => 0,
  )
  if (size > MAX_INPUT_BYTES) return { ok: false, name: path, fault: tooLarge(size) }
  return readInput(path, createReadStream(path))
}

/** What of a folder is not read, in a sentence. */
function leftOut(folder: string, others: number): string {
  const count = others === 1 ? '1 file was left out' : `${others} files were left out`
  return `${folder}: ${count}; of a folder, only files that end in ${ENDINGS} are read`
}

async function* inputsIn(
  folder: string,
  { note, withDossiers = false }: Pick<InputSources, 'note' | 'withDossiers'>,
): AsyncGenerator<InputOutcome> {
  try {
    const { dossiers, files, others } = await folderFiles(folder, withDossiers)
    // Dossiers first: what they rest on is added with them, and known when it is met again.
    for (const dossier of dossiers) yield await fileOutcome(dossier)
    if (dossiers.length + files.length === 0) yield { ok: false, name: folder, fault: NOTHING_IN_FOLDER }
    else if (others > 0) note(leftOut(folder, others))
    for (const file of files) yield await fileOutcome(file)
  } catch (error) {
    yield { ok: false, name: folder, fault: systemFault(error) }
  }
}

/** Fetches what stands at one address. */
async function fetchInput(url: string, fetcher: Fetcher): Promise<InputOutcome> {
  const outcome = await fetcher.fetch({ url, etag: null, lastModified: null })
  if (outcome.state === 'failed') return { ok: false, name: url, fault: outcome.fault }
  // Nothing was asked for on a condition: a server that says "unchanged" all the same gave no page.
  if (outcome.state === 'unchanged') return { ok: false, name: url, fault: NO_PAGE }
  return { ok: true, input: outcome.input }
}

/** Whether a path, or the folder that it begins with, is there. */
async function isThere(path: string): Promise<boolean> {
  const [first = ''] = path.split('/')
  const found = await Promise.allSettled([stat(path), stat(first)])
  return found.some(({ status }) => status === 'fulfilled')
}

/** The address that a path without a scheme is meant for: where no file is of that name. Null for a file. */
async function addressMeant(path: string): Promise<string | null> {
  if (hasScheme(path)) return path
  const address = addressShaped(path)
  return address === null || (await isThere(path)) ? null : address
}

async function* inputsAt(path: string, sources: InputSources): AsyncGenerator<InputOutcome> {
  const { piped, fetcher, note } = sources
  if (path === STANDARD_INPUT) return yield await readInput('standard input', piped)
  const address = await addressMeant(path)
  if (address !== null) {
    if (address !== path) note(`${path}: no file is called so; it is taken for the address ${address}`)
    return yield await fetchInput(address, fetcher)
  }
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (isFolder) yield* inputsIn(path, sources)
  else yield await fileOutcome(path)
}

/** Where inputs come from besides files, and where it is said that some of a folder are none. */
export type InputSources = {
  /** What "-" stands for. */
  readonly piped: Readable
  /** Gets what addresses stand for. */
  readonly fetcher: Fetcher
  /** Takes a sentence for each folder of which files were left out, and for each path that is taken for an address. */
  readonly note: (sentence: string) => void
  /** Whether dossier files in folders are read, too. */
  readonly withDossiers?: boolean
}

/**
 * Reads what `paths` name, one after the other, so that only one input is held at a time.
 *
 * @param paths files; folders, which give the saved articles below them; URLs, which are fetched, also without a scheme
 *              where no file is called so; "-"
 */
export async function* inputFiles(paths: readonly string[], sources: InputSources): AsyncGenerator<InputOutcome> {
  for (const path of paths) yield* inputsAt(path, sources)
}
