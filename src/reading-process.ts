/** The child process that reads hostile bytes: `{ work: Input }` in, `{ result: ReadOutcome }` out. */
import { readArticle } from './article/read-article.ts'
import { ModelError } from './model/model-error.ts'
import { isModelName, openModel } from './model/open-model.ts'
import { readText } from './reading/read-statements.ts'
import type { Input } from './record/input.ts'
import type { ReadOutcome } from './record/reader.ts'

const [, , name = ''] = process.argv
const opening = openModel(isModelName(name) ? name : 'small')
// Each piece of work awaits it and says why it failed; without work nobody need know.
opening.catch(() => undefined)

async function read({ bytes, contentType, url }: Input): Promise<ReadOutcome> {
  const outcome = await readArticle(bytes, { contentType, url })
  if (!outcome.ok) return outcome
  const { article } = outcome
  const { language, published, outlet } = article
  try {
    return {
      ok: true,
      article,
      reading: await readText(article.text, { language, published, outlet, model: await opening }),
    }
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return { ok: false, fault: { code: 'no-model', sentence: error.message } }
  }
}

process.on('message', async ({ work }: { work: Input }) => {
  process.send?.({ result: await read(work) })
})
// Without it the child would outlive a parent that was killed.
process.on('disconnect', () => process.exit())
// Ctrl-C reaches the whole group; the parent decides when its children end.
process.on('SIGINT', () => undefined)
