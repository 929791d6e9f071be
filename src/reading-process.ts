/** The child process that reads what may be hostile: `{ work: ReaderWork }` in, `{ result }` out. */
import { readArticle } from './article/read-article.ts'
import { ModelError } from './model/model-error.ts'
import { isModelName, openModel } from './model/open-model.ts'
import type { ReaderWork } from './queue/reader.ts'
import { type ReadingOptions, readText } from './reading/read-statements.ts'
import type { Input } from './record/input.ts'
import type { ReadOutcome, TextOutcome } from './record/reader.ts'

const [, , name = ''] = process.argv
const opening = openModel(isModelName(name) ? name : 'small')
// Each piece of work awaits it and says why it failed; without work nobody need know.
opening.catch(() => undefined)

/** Reads `text`; a model that cannot be used is an outcome. */
async function readingOf(text: string, known: Omit<ReadingOptions, 'model'>): Promise<TextOutcome> {
  try {
    return { ok: true, reading: await readText(text, { ...known, model: await opening }) }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return { ok: false, fault: { code: 'no-model', sentence: error.message } }
  }
}

async function read({ bytes, contentType, url }: Input): Promise<ReadOutcome> {
  const outcome = await readArticle(bytes, { contentType, url })
  if (!outcome.ok) return outcome
  const { article } = outcome
  const { language, published, outlet } = article
  const read = await readingOf(article.text, { language, published, outlet })
  return read.ok ? { ok: true, article, reading: read.reading } : read
}

async function resultOf(work: ReaderWork): Promise<ReadOutcome | TextOutcome> {
  if (work.kind === 'article') return read(work.input)
  const { text, published } = work.given
  return readingOf(text, { language: null, published, outlet: null })
}

process.on('message', async ({ work }: { work: ReaderWork }) => {
  process.send?.({ result: await resultOf(work) })
})
// Without it the child would outlive a parent that was killed.
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; the parent decides when its children end.
process.on('SIGINT', () => undefined)
