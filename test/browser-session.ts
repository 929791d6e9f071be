import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

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
export type TestServer = {
  readonly address: string
  /** Signs in its first owner, once: see `openDesk`. */
  readonly deskLink: string
  /** The data folder. */
  readonly folder: string
  close(): Promise<void>
}

/** The link to the desk that the server prints. @throws when it ends without one */
async function deskLinkFrom(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface(child.stdout)) {
    const link = /http:\/\/localhost:\d+\/sign-in\/with\/[\w-]+/.exec(line)?.[0]
    if (link !== undefined) return link
  }
  throw new Error('the server ended before it listened')
}

/** Signs in a page's browser as the first owner, by the link that the server printed, and leaves it on the desk. */
export async function openDesk(page: Page, { deskLink }: Pick<TestServer, 'deskLink'>): Promise<void> {
  await page.goto(deskLink)
  await page.getByRole('button', { name: 'Open the desk' }).click()
  await page.waitForURL('**/desk')
}

/** The cookies of who is signed in at a server: its link lets in once. */
const signedIn = new WeakMap<TestServer, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** A context of a browser that is signed in as the first owner. */
export async function deskContext(
  browser: Browser,
  server: TestServer,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const known = signedIn.get(server)
  if (known !== undefined) return browser.newContext({ ...options, storageState: known })
  const first = await browser.newContext()
  await openDesk(await first.newPage(), server)
  signedIn.set(server, await first.storageState())
  await first.close()
  return deskContext(browser, server, options)
}

/** Starts `onrecord serve` on a free port, with its data in a folder that goes away. */
export async function startServer(): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-browser-'))
  const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
  // Sites of tests are on this machine.
  const env = { ...process.env, ONRECORD_DATA: folder, ONRECORD_PORT: '0', ONRECORD_ALLOW_PRIVATE_ADDRESSES: 'yes' }
  const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const deskLink = await deskLinkFrom(child)
  child.stdout?.resume()
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true })
  }
  return { address: new URL(deskLink).origin, deskLink, folder, close }
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
