import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Input } from '../record/input.ts'

const ARTICLE = /\.(html|txt)$/

/** The articles that ship with the program, in the order of their names; all of them about an invented country. */
export async function sampleInputs(): Promise<readonly Input[]> {
  const folder = join(import.meta.dirname, '..', '..', 'samples')
  const files = (await readdir(folder)).filter((file) => ARTICLE.test(file)).sort()
  return Promise.all(
    files.map(async (file) => ({
      name: `samples/${file}`,
      bytes: await readFile(join(folder, file)),
      contentType: null,
      url: null,
      received: null,
    })),
  )
}
