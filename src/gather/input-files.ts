import { createReadStream } from 'node:fs'
import { glob, stat } from 'node:fs/promises'
import { join } from 'node:path'
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
const IN_FOLDERS = '**/*.{html,htm,xhtml,txt}'

const FAULTS: Readonly<Record<string, Fault>> = {
  ENOENT: { code: 'not-found', sentence: 'there is no such file; check the path' },
  EACCES: { code: 'unreadable', sentence: 'it may not be read by you; change its permissions and add it again' },
  EPERM: { code: 'unreadable', sentence: 'it may not be read by you; change its permissions and add it again' },
}

const URL_FAULT: Fault = {
  code: 'unsupported',
  sentence: 'this version does not fetch addresses yet; save the page in a browser and name the saved file',
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

/** Reads one file, a pipe or a device too, and never more of it than is allowed. */
async function readFileInput(path: string): Promise<InputOutcome> {
  try {
    const { size } = await stat(path)
    if (size > MAX_INPUT_BYTES) return { ok: false, name: path, fault: tooLarge(size) }
    const bytes = await readBounded(createReadStream(path), MAX_INPUT_BYTES)
    if (bytes === null) return { ok: false, name: path, fault: tooLarge(null) }
    return { ok: true, input: { name: path, bytes, contentType: null, url: null } }
  } catch (error) {
    return { ok: false, name: path, fault: faultOf(error) }
  }
}

/** The saved articles below a folder, in the order of their names. */
async function filesBelow(folder: string): Promise<readonly string[]> {
  const files = await Array.fromAsync(glob(IN_FOLDERS, { cwd: folder }))
  return files.sort().map((file) => join(folder, file))
}

async function* inputsAt(path: string): AsyncGenerator<InputOutcome> {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return yield { ok: false, name: path, fault: URL_FAULT }
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    () => false,
  )
  if (!isFolder) return yield await readFileInput(path)
  const files = await filesBelow(path)
  if (files.length === 0)
    yield {
      ok: false,
      name: path,
      fault: { code: 'not-found', sentence: 'no .html or .txt file is in this folder; name the files themselves' },
    }
  for (const file of files) yield await readFileInput(file)
}

/**
 * Reads what `paths` name, one after the other, so that only one input is held at a time.
 *
 * @param paths files; folders, which give the saved articles below them; URLs, which are refused with a sentence
 */
export async function* inputFiles(paths: readonly string[]): AsyncGenerator<InputOutcome> {
  for (const path of paths) yield* inputsAt(path)
}
