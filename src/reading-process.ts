/** The child process that reads hostile bytes: `{ work: Input }` in, `{ result: ReadOutcome }` out. */
import { readArticle } from './article/read-article.ts'
import { readText } from './reading/read-statements.ts'
import type { Input } from './record/input.ts'
import type { ReadOutcome } from './record/reader.ts'

async function read({ bytes, contentType, url }: Input): Promise<ReadOutcome> {
  const outcome = readArticle(bytes, { contentType, url })
  if (!outcome.ok) return outcome
  const { article } = outcome
  const reading = await readText(article.text, {
    language: article.language,
    published: article.published,
    outlet: article.outlet,
  })
  return { ok: true, article, reading }
}

process.on('message', async ({ work }: { work: Input }) => {
  process.send?.({ result: await read(work) })
})
// Without it the child would outlive a parent that was killed.
process.on('disconnect', () => process.exit())
