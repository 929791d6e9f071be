/**
 * Reads the article texts of web pages in the way that is named.
 *
 *     node pages.ts onrecord|readability < pages.jsonl > texts.jsonl
 *
 * `{"id","path"}` a line in, an HTML file or one packed by gzip; `{"id","text","ms"}` a line out: an empty text where
 * there is no article, and the milliseconds from the page's bytes to its text.
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { blocksOf } from '../../src/article/blocks.ts'
import { readArticle } from '../../src/article/read-article.ts'
import { slimHtml } from '../../src/article/slim-html.ts'

/** What Onrecord reads. */
async function onrecord(bytes: Uint8Array): Promise<string> {
  const outcome = await readArticle(bytes, { contentType: null, url: null })
  return outcome.ok ? outcome.article.text : ''
}

/** What Readability takes for the article, by paragraphs: its own `textContent` glues them together. */
async function readability(bytes: Uint8Array): Promise<string> {
  const { document } = parseHTML(new TextDecoder().decode(bytes))
  const content = slimHtml(new Readability(document).parse()?.content ?? '')
  const blocks = content.ok ? blocksOf(content.page.body) : []
  return blocks.map(({ text }) => text).join('\n\n')
}

const extract = process.argv[2] === 'readability' ? readability : onrecord

for await (const line of createInterface({ input: process.stdin })) {
  const { id, path } = JSON.parse(line) as { readonly id: string; readonly path: string }
  const raw = readFileSync(path)
  const bytes = path.endsWith('.gz') ? gunzipSync(raw) : raw
  const start = performance.now()
  const text = await extract(bytes)
  process.stdout.write(`${JSON.stringify({ id, text, ms: performance.now() - start })}\n`)
}
