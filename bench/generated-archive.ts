import { closeSync, openSync, writeSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { seededRandom, speakerNumber } from './generated-coverage.ts'

const SAYINGS = [
  (name: string, n: number) =>
    `“The crossing will stay closed for ${n} days,” said ${name}, who heads the harbour office.`,
  (name: string, n: number) =>
    `${name} told reporters on Monday that at least ${n} families had left the lower valley.`,
  (name: string, n: number) =>
    `According to ${name}, the council promised to publish the ${n} pages of the report by the end of May.`,
  (name: string, n: number) =>
    `“We have asked for it ${n} times,” ${name} wrote in a letter to the minister, “and we have had no answer.”`,
]
const TELLING = [
  'The road along the river was open again in the afternoon, though lorries were still turned back at the bridge.',
  'Shops in the old town had closed early, and the market that is held there every week was put off until further notice.',
  'Engineers from the coast arrived late in the evening with pumps and two boats, and worked through the night.',
]
const MENU = ['World', 'Region', 'Economy', 'Culture', 'Sport', 'Weather', 'Letters', 'Archive']
/** About 560 words, as the news articles we measured. */
const PARAGRAPHS = 14

/** The nth generated page: an article of about 560 words with what stands around one. */
function generatedPage(n: number): string {
  const random = seededRandom(n + 1)
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const paragraph = () => {
    const name = speakerNumber(Math.floor(random() * 4_000))
    return `<p>${pick(SAYINGS)(name, 2 + Math.floor(random() * 90))} ${pick(TELLING)}</p>`
  }
  const title = `Harbour office reports on crossing ${n} after a night of rain`
  const menu = MENU.map((item) => `<li><a href="/${item.toLowerCase()}">${item}</a></li>`).join('')
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | The Valley Courier</title>
<meta property="og:title" content="${title}"><script>${'window.settings = {};'.repeat(100)}</script></head>
<body><header><nav><ul>${menu}</ul></nav></header><main><article><h1>${title}</h1>
${Array.from({ length: PARAGRAPHS }, paragraph).join('\n')}
</article></main><aside><ul>${menu}</ul></aside><footer><p>The Valley Courier. All rights reserved.</p></footer></body></html>`
}

function record(type: string, n: number, block: string): Buffer {
  const bytes = Buffer.from(block)
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${type}-${n}>`,
    `WARC-Target-URI: https://courier.example/${n}`,
    'WARC-Date: 2026-03-01T12:00:00Z',
    `Content-Type: application/http; msgtype=${type}`,
    `Content-Length: ${bytes.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes, Buffer.from('\r\n\r\n')])
}

/** Writes an archive of `records` records, each packed for itself: requests, and as many answers with an article each. */
export function writeArchive(path: string, records: number): void {
  const file = openSync(path, 'w')
  for (let n = 0; n < records / 2; n += 1) {
    const request = record('request', n, `GET /${n} HTTP/1.1\r\nHost: courier.example\r\n\r\n`)
    const answer = record('response', n, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${generatedPage(n)}`)
    writeSync(file, gzipSync(request, { level: 1 }))
    writeSync(file, gzipSync(answer, { level: 1 }))
  }
  closeSync(file)
}
