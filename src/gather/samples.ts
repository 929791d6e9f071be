import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Input } from '../record/input.ts'
import type { SampleSet } from '../record/sample-set.ts'

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples')
const ARTICLE = /\.(html|txt)$/
const FOLDERS: Readonly<Record<SampleSet, string>> = { invented: '', retold: 'visit' }
const DOSSIER = join(SAMPLES, 'visit', 'xinjiang-visit.dossier.json')

async function inputIn(folder: string, file: string): Promise<Input> {
  return {
    name: ['samples', folder, file].filter((part) => part !== '').join('/'),
    bytes: await readFile(join(SAMPLES, folder, file)),
    contentType: null,
    url: null,
    received: null,
  }
}

/** The articles of one set that ships with the program, in the order of their names. */
export async function sampleInputs(set: SampleSet): Promise<readonly Input[]> {
  const folder = FOLDERS[set]
  const files = (await readdir(join(SAMPLES, folder))).filter((file) => ARTICLE.test(file)).sort()
  return Promise.all(files.map((file) => inputIn(folder, file)))
}

/** The dossier file that ships with the program, and how the files beside it are read. */
export async function sampleDossier() {
  const articles = new Map((await sampleInputs('retold')).map((input) => [input.name.split('/').at(-1), input]))
  return { text: await readFile(DOSSIER, 'utf8'), beside: async (file: string) => articles.get(file) ?? null }
}
