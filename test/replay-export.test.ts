import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Frame } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { hasBrowser, openBrowser } from './browser-session.ts'
import { partsOf } from './export-parts.ts'
import { exportIn, PAGE_URL, recordWithPage } from './exported-record.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * The folder of the npm package `replaywebpage`, unpacked (`npm pack replaywebpage`): it is under the AGPL and is no part
 * of this project, so that this test only runs where somebody has put it.
 */
const PLAYER = process.env['ONRECORD_REPLAYWEBPAGE']

if (PLAYER === undefined)
  process.stdout.write('replay of exports skipped: unpack "npm pack replaywebpage" and set ONRECORD_REPLAYWEBPAGE\n')

/** A page with ReplayWeb.page in it, which shows an address of the export. */
function embedding(url: string): string {
  return `<!doctype html><script src="/ui.js"></script>
<replay-web-page source="/a.wacz" url="${url}" replayBase="/replay/" embed="replayonly"></replay-web-page>`
}

/** The bytes that a request asks for, as servers of archives have to give them. */
function ranged({ headers }: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
  const range = /^bytes=(\d+)-(\d*)$/u.exec(headers.range ?? '')
  if (range === null) {
    response.writeHead(200, { 'Content-Length': bytes.length, 'Accept-Ranges': 'bytes' }).end(bytes)
    return
  }
  const start = Number(range[1])
  const end = Math.min(range[2] === '' ? bytes.length : Number(range[2]) + 1, bytes.length)
  const headed = { 'Content-Length': end - start, 'Content-Range': `bytes ${start}-${end - 1}/${bytes.length}` }
  response.writeHead(206, headed).end(bytes.subarray(start, end))
}

/** Serves an export beside ReplayWeb.page, which shows an address of it. @returns the page's address */
async function playerWith(path: string, folder: string, url: string): Promise<string> {
  const script = (name: string) => readFileSync(join(folder, name))
  const server = createServer((request, response) => {
    const asked = request.url?.split('?')[0] ?? ''
    if (asked === '/') response.writeHead(200, { 'Content-Type': 'text/html' }).end(embedding(url))
    else if (asked === '/ui.js') response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script('ui.js'))
    else if (asked === '/replay/sw.js')
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script('sw.js'))
    else if (asked === '/a.wacz') ranged(request, readFileSync(path), response)
    else response.writeHead(404).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  // Service workers are for localhost, not for any address of it.
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

const CANNOT = PLAYER === undefined || !existsSync(PLAYER) || !hasBrowser

/** What ReplayWeb.page shows of an address of an export. */
async function replayed(path: string, url: string): Promise<Frame> {
  const address = await playerWith(path, PLAYER ?? '', url)
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  const shown = page.waitForEvent('framenavigated', {
    predicate: (frame: Frame) => frame.url().endsWith(url),
    timeout: 120_000,
  })
  await page.goto(address)
  return shown
}

test.skipIf(CANNOT).each([
  ['fetched with all it shows', false],
  ['pictured by a browser, which loaded what it shows', true],
])(
  'ReplayWeb.page opens an export and shows the page with its style and its picture: %s',
  { timeout: 180_000 },
  async (_, isPictured) => {
    const folder = temporaryFolder()
    await recordWithPage(folder, { isPictured })
    const frame = await replayed(await exportIn(folder), PAGE_URL)
    await frame.getByRole('heading', { name: 'Bridge opens' }).waitFor()
    expect(await frame.locator('p').textContent()).toBe('“It is over,” Mara Lee said.')
    const shown = () =>
      frame.evaluate('[getComputedStyle(document.querySelector("h1")).color, document.images[0].naturalWidth]')
    await expect.poll(shown, { timeout: 30_000 }).toEqual(['rgb(1, 2, 3)', 30])
  },
)

test.skipIf(CANNOT)('ReplayWeb.page shows a file that came without an address', { timeout: 180_000 }, async () => {
  const folder = temporaryFolder()
  await recordWithPage(folder)
  const path = await exportIn(folder)
  const pages = partsOf(path).get('pages/pages.jsonl')?.toString().split('\n') ?? []
  const { url } = JSON.parse(pages.find((line) => line.includes('"A file"')) ?? '{}')
  expect(url).toMatch(/^ni:/u)
  const frame = await replayed(path, url)
  await expect
    .poll(() => frame.locator('body').textContent(), { timeout: 30_000 })
    .toContain('“Not yet, “für immer” 🙂.”')
})
