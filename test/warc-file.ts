import { gzipSync } from 'node:zlib'

export type RecordParts = {
  readonly type?: string
  readonly uri?: string | null
  readonly date?: string | null
  readonly id?: string
  /** Further fields, and other values for those above; null leaves one out. */
  readonly fields?: Readonly<Record<string, string | null>>
  readonly block?: Buffer | string
  readonly version?: string
}

/** One record of a WARC file, as bytes. */
export function record(parts: RecordParts): Buffer {
  const { type = 'response', uri = 'https://example.org/a', date = '2022-03-08T09:30:00Z', id = '<urn:uuid:1>' } = parts
  const block = Buffer.from(parts.block ?? '')
  const fields: Record<string, string | null> = {
    'WARC-Type': type,
    'WARC-Record-ID': id,
    'WARC-Target-URI': uri,
    'WARC-Date': date,
    'Content-Type': type === 'response' || type === 'revisit' ? 'application/http; msgtype=response' : 'text/plain',
    'Content-Length': String(block.length),
    ...parts.fields,
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  const head = [`WARC/${parts.version ?? '1.0'}`, ...lines, '', ''].join('\r\n')
  return Buffer.concat([Buffer.from(head), block, Buffer.from('\r\n\r\n')])
}

/** An answer to a request, as bytes. */
export function answer(body: Buffer | string, headers: Readonly<Record<string, string>> = {}, status = 200): Buffer {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Said\r\n${head.join('')}\r\n`), Buffer.from(body)])
}

/** A page with an article that is told from others by its number. */
export function page(number: number): string {
  return `<!doctype html><html lang="en"><head><title>Notice ${number} of the Tarn dam</title></head><body><article>
<h1>Notice ${number} of the Tarn dam</h1>
<p>“The dam holds at mark ${number},” said Mara Lindqvist, the warden of the Tarn dam, on Monday evening.</p>
<p>It rained again in the valley, and the road to the village stayed closed for the whole of the day, as it had been since the week before.</p>
<p>The council of the valley said that it would meet again on Thursday, when the engineers come back from the upper lake.</p>
</article></body></html>`
}

/** Records, each packed for itself, as nearly all archives are. */
export function packed(...records: readonly Buffer[]): Buffer {
  return Buffer.concat(records.map((bytes) => gzipSync(bytes)))
}
