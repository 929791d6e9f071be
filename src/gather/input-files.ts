import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { Readable } from 'node:stream'
import type { Fault } from '../article/fault.ts'
import { MAX_INPUT_BYTES } from '../article/limits.ts'
import { tooLarge } from '../article/too-large.ts'
import type { Input } from '../record/input.ts'
import { readBounded } from './read-bounded.ts'

/** A named input read, or the reason why it could not be. */
export type InputOutcome =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly name: string; readonly fault: Fault }

/** What a folder is searched for: the endings that saved articles have. */
const SAVED_ARTICLE = /\.(?:html|htm|xhtml|txt)$/i

/** The word for standard input; a file of that name is "./-". */
const STANDARD_INPUT = '-'

const FAULTS: Readonly<Record<string, Fault>> = {
  ENOENT: { code: 'not-found', sentence: 'there is no such file; check the path' },
  EACCES: { code: 'unreadable', sentence: 'it may not be read by you; change its permissions and add it again' },
  EPERM: { code: 'unreadable', sentence: 'it may not be read by you; change its permissions and add it again' },
}

const URL_FAULT: Fault = {
  code: 'unsupported',
  sentence: 'this version does not fetch addresses yet; save the page in a browser and name the saved file',
}

const NOTHING_IN_FOLDER: Fault = {
  code: 'not-found',
  sentence: 'no .html or .txt file is in this folder; name the files themselves',
}

function faultOf(error: unknown): Fault {
  const { code = '', message } = error as NodeJS.ErrnoException
  return (
    FAULTS[code] ?? {
      code: 'unreadable',
      sentence: `it could not be read (${message}); check the disk and add it again`,
    }
  )
}

/** Reads what a stream gives, and never more of it than is allowed. */
async function readInput(name: string, stream: Readable): Promise<InputOutcome> {
  try {
    const bytes = await readBounded(stream, MAX_INPUT_BYTES)
    if (bytes === null) return { ok: false, name, fault: tooLarge(null) }
    return { ok: true, input: { name, bytes, contentType: null, url: null } }
  } catch (error) {
    return { ok: false, name, fault: faultOf(error) }
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

/** The saved articles below a folder, in the order of their names; hidden files and folders are left alone. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => SAVED_ARTICLE.test(entry.name) && !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => part.startsWith('.')))
    .sort()
    .map((path) => join(folder, path))
}

async function* inputsIn(folder: string): AsyncGenerator<InputOutcome> {
  try {
    const files = await filesBelow(folder)
    if (files.length === 0) yield { ok: false, name: folder, fault: NOTHING_IN_FOLDER }
    for (const file of files) yield await readFileInput(file)
  } catch (error) {
    yield { ok: false, name: folder, fault: faultOf(error) }
  }
}

async function* inputsAt(path: string, piped: Readable): AsyncGenerator<InputOutcome> {
  if (path === STANDARD_INPUT) return yield await readInput('standard input', piped)
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return yield { ok: false, name: path, fault: URL_FAULT }
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (isFolder) yield* inputsIn(path)
  else yield await readFileInput(path)
}

/**
 * Reads what `paths` name, one after the other, so that only one input is held at a time.
 *
 * @param paths files; folders, which give the saved articles below them; URLs, which are refused with a sentence; "-"
 * @param piped what "-" stands for
 */
export async function* inputFiles(paths: readonly string[], piped: Readable): AsyncGenerator<InputOutcome> {
  for (const path of paths) yield* inputsAt(path, piped)
}
