import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { BrowserPipe } from './browser-pipe.ts'

/** A browser of its own, with a profile that nobody has used. */
export type OpenBrowser = {
  readonly pipe: BrowserPipe
  readonly isSandboxed: boolean
  /** Ends it with all its processes, and removes its profile. */
  close(): Promise<void>
}

/**
 * Nothing leaves the browser by itself: no name is looked up, and every connection would go to a proxy that is not
 * there, those to this machine too. What a page needs is asked for over the pipe.
 */
const NO_NETWORK = [
  '--proxy-server=http://127.0.0.1:1',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-quic',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--dns-prefetch-disable',
  '--no-pings',
]

const QUIET = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-startup-window',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--hide-scrollbars',
  '--mute-audio',
  '--force-color-profile=srgb',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** The system refuses to lock in what its administrator runs. */
function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** Ends a process and all that it started. */
function endAll({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** Starts a browser. What it says of itself is not shown: whatever goes wrong shows on its pipe. */
export async function openBrowser(program: string): Promise<OpenBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'onrecord-chromium-'))
  const isSandboxed = !isRoot()
  const flags = [...NO_NETWORK, ...QUIET, ...(isSandboxed ? [] : ['--no-sandbox']), `--user-data-dir=${profile}`]
  // In a group of its own, so that it can be ended with all its processes.
  const child = spawn(program, flags, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: profile, LANG: 'C.UTF-8' },
  })
  const ended = new Promise<void>((done) => {
    child.once('exit', () => done())
    child.once('error', () => done())
  })
  const pipe = new BrowserPipe(child.stdio[3] as Duplex, child.stdio[4] as Duplex)
  child.once('error', (error) => pipe.end(error))
  // Where the program ends before it does, so does the browser.
  const onExit = () => endAll(child)
  process.once('exit', onExit)
  const close = async () => {
    process.off('exit', onExit)
    pipe.end(new Error('the browser was ended'))
    endAll(child)
    await ended
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
  return { pipe, isSandboxed, close }
}
