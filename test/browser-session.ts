import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'

/** The system's browser; `CHROMIUM_PATH` names another. */
const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Whether the tests with a browser run. Where a machine of ours runs the tests, a missing browser is a failure. */
export const hasBrowser = existsSync(CHROMIUM) || process.env['CI'] === 'true'

/** Says once why the tests with a browser are left out. */
export function sayWithoutBrowser(): void {
  if (!hasBrowser)
    process.stdout.write(`browser tests skipped: no Chromium at ${CHROMIUM}; install it or set CHROMIUM_PATH\n`)
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

/** A server of its own with an empty record. */
export type TestServer = { readonly address: string; close(): Promise<void> }

/** The address that the server prints. @throws when it ends without one */
async function addressFrom(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface(child.stdout)) {
    const address = /http:\/\/localhost:\d+/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  throw new Error('the server ended before it listened')
}

/** Starts `onrecord serve` on a free port, with its data in a folder that goes away. */
export async function startServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-browser-'))
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  // Sites of tests are on this machine.
  const env = { ...process.env, ONRECORD_DATA: folder, ONRECORD_PORT: '0', ONRECORD_ALLOW_PRIVATE_ADDRESSES: 'yes' }
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const address = await addressFrom(child)
  child.stdout?.resume()
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  }
  return { address, close }
}

type Violation = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What axe has to say against a page: one line a finding, none for a good page. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source)
  const violations = (await page.evaluate('axe.run().then((results) => results.violations)')) as readonly Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}: ${failureSummary}`),
  )
}
