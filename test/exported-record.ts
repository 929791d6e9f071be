import { join } from 'node:path'
import { signingKey } from '../src/archive/wacz/signing-key.ts'
import { exportWacz } from '../src/jobs/export/export-wacz.ts'
import { openRecord } from '../src/open-record.ts'
import type { Capture } from '../src/record/coverage.ts'
import type { Exchange } from '../src/record/received.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { coverageOf } from './marked-coverage.ts'

const SITE = 'https://news.example.org'
const RECEIVED_AT = '2026-03-01T11:59:58.123Z'

/** Where the page of `recordWithPage` was fetched from. */
export const PAGE_URL = `${SITE}/bridge`

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge opens</title>
<link rel="stylesheet" href="/style.css"></head>
<body><h1>Bridge opens</h1><img src="/picture.svg" alt="The bridge"><p>“It is over,” Mara Lee said.</p></body></html>`

const STYLE = 'h1 { color: rgb(1, 2, 3) }'
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="30" height="20"/></svg>'

function exchange(path: string, type: string, body: string): Exchange {
  const head = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`
  return {
    url: `${SITE}${path}`,
    address: '192.0.2.7',
    sentAt: RECEIVED_AT,
    request: Buffer.from(`GET ${path} HTTP/1.1\r\nHost: news.example.org\r\n\r\n`),
    response: Buffer.from(head + body),
  }
}

/** A record of a file, and of a page with its style and its picture: loaded with it, or by the browser that pictured it. */
export async function recordWithPage(
  folder: string,
  { isFetchedTwice = false, isPictured = false } = {},
): Promise<void> {
  const { store } = await openRecord({ dataFolder: folder, collector: 'The Example Desk' }, systemClock)
  await store.addCoverage(
    coverageOf('[S:Tom Ross] [C:said]: [Q:“Not yet, “für immer” 🙂.”]', { headline: 'A file', contentType: null }),
  )
  const page = exchange('/bridge', 'text/html; charset=utf-8', PAGE)
  const parts = [exchange('/style.css', 'text/css', STYLE), exchange('/picture.svg', 'image/svg+xml', PICTURE)]
  const received: Capture['received'] = {
    via: 'fetch',
    askedUrl: null,
    at: RECEIVED_AT,
    status: 200,
    headers: [],
    address: '192.0.2.7',
    recordId: null,
    exchanges: isPictured ? [page] : [...parts, page],
  }
  const bytes = Buffer.from(PAGE)
  const coverage = coverageOf('[S:Mara Lee] [C:said]: [Q:“It is over.”]', {
    headline: 'Bridge opens',
    bytes,
    url: PAGE_URL,
    contentType: 'text/html',
    received,
  })
  await store.addCoverage(coverage)
  if (isPictured) {
    const made = {
      at: RECEIVED_AT,
      browser: 'none',
      isSandboxed: true,
      picture: Buffer.of(1),
      pdf: Buffer.of(2),
      refused: [],
    }
    await store.addRendering({ ...made, sha256: coverage.sha256, url: PAGE_URL, exchanges: parts })
  }
  if (isFetchedTwice) await store.addCapture({ ...coverage, received: { ...received, exchanges: [page] } })
  await store.close()
}

/** Exports articles of the record in a folder. @returns the file's path */
export async function exportIn(folder: string, names: readonly string[] = [], file = 'a.wacz'): Promise<string> {
  const { store, archive } = await openRecord({ dataFolder: folder, collector: null }, systemClock)
  const path = join(folder, file)
  try {
    const key = () => signingKey(folder)
    await exportWacz({ store, archive, clock: systemClock }, { path, names, key, software: 'Onrecord/test' })
  } finally {
    await store.close()
  }
  return path
}
