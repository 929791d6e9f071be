/** A child process that finds the article of a page and reads no statements in it: `{ work }` in, `{ result }` out. */
import { readArticle } from '../src/article/read-article.ts'
import type { Input } from '../src/record/input.ts'

process.on('message', async ({ work }: { work: { readonly input: Input } }) => {
  const { input } = work
  const outcome = await readArticle(input.bytes, input)
  const reading = { reader: { name: 'none', version: '0' }, statements: [], names: [] }
  process.send?.({ result: outcome.ok ? { ...outcome, reading } : outcome })
})
// Without it the child would outlive a parent that was killed.
process.on('disconnect', () => process.exit())
