import type { BrowserEvent, BrowserPipe } from './browser-pipe.ts'
import type { Asked, Given, PageResources } from './page-resources.ts'

/** As a laptop shows a page. */
const VIEW = { width: 1280, height: 1024, deviceScaleFactor: 1, mobile: false }

/** No page is pictured beyond this, in pixels: the most that Chromium draws in one piece. */
const MAX_HEIGHT = 16_384

/** A4, in inches. */
const PAPER = { paperWidth: 8.27, paperHeight: 11.69, printBackground: true }

type Paused = {
  readonly requestId: string
  readonly request: Asked
  readonly frameId: string
  readonly resourceType: string
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function bytesOf(data: unknown): Uint8Array {
  return Buffer.from(String(data), 'base64')
}

/** One page in a browser: it is given the bytes that were captured, and what it asks for besides by `PageResources`. */
export class PageSession {
  readonly #pipe: BrowserPipe
  readonly #resources: PageResources
  readonly #page: Given
  readonly #loaded = Promise.withResolvers<void>()
  #session: string | null = null
  #mainFrame: string | null = null
  #isGiven = false

  constructor(pipe: BrowserPipe, { resources, page }: { readonly resources: PageResources; readonly page: Given }) {
    this.#pipe = pipe
    this.#resources = resources
    this.#page = page
    pipe.listen((event) => this.#hear(event))
  }

  /** Opens the page. @returns once it and all that it shows have loaded */
  async load(url: string): Promise<void> {
    await this.#pipe.send('Browser.setDownloadBehavior', { behavior: 'deny' })
    const { targetId } = await this.#pipe.send('Target.createTarget', { url: 'about:blank' })
    const { sessionId } = await this.#pipe.send('Target.attachToTarget', { targetId, flatten: true })
    const session = String(sessionId)
    this.#session = session
    await this.#prepare(session)
    await this.#send('Emulation.setDeviceMetricsOverride', VIEW)
    await this.#send('Page.enable')
    const { frameTree } = (await this.#send('Page.getFrameTree')) as { frameTree: { frame: { id: string } } }
    this.#mainFrame = frameTree.frame.id
    const { errorText } = await this.#send('Page.navigate', { url })
    if (errorText !== undefined) throw new Error(`the browser does not show it (${errorText})`)
    await this.#loaded.promise
  }

  /** PNG of the whole page. */
  async picture(): Promise<Uint8Array> {
    const { cssContentSize } = (await this.#send('Page.getLayoutMetrics')) as { cssContentSize: { height: number } }
    const height = Math.min(Math.max(Math.ceil(cssContentSize.height), 1), MAX_HEIGHT)
    const clip = { x: 0, y: 0, width: VIEW.width, height, scale: 1 }
    return bytesOf(
      (await this.#send('Page.captureScreenshot', { format: 'png', captureBeyondViewport: true, clip }))['data'],
    )
  }

  async pdf(): Promise<Uint8Array> {
    return bytesOf((await this.#send('Page.printToPDF', PAPER))['data'])
  }

  #send(method: string, params: Readonly<Record<string, unknown>> = {}) {
    return this.#pipe.send(method, params, this.#session) as Promise<Readonly<Record<string, unknown>>>
  }

  /**
   * Has all requests of a page, or of a frame with a process of its own, come to us, and its scripts stay still: the
   * picture shows what stands in the captured bytes, not what a script made of them, and nothing looks around here.
   */
  async #prepare(session: string): Promise<void> {
    const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }
    await this.#pipe.send('Target.setAutoAttach', attach, session)
    await this.#pipe.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }, session)
    await this.#pipe.send('Emulation.setScriptExecutionDisabled', { value: true }, session)
  }

  #hear({ method, params, sessionId }: BrowserEvent): void {
    if (method === 'Page.loadEventFired' && this.#isGiven) this.#loaded.resolve()
    else if (method === 'Target.attachedToTarget' && sessionId !== null) this.#unlessEnded(this.#adopt(params))
    else if (method === 'Fetch.requestPaused') this.#unlessEnded(this.#answer(params as Paused, sessionId))
  }

  /** A frame of another site, which waits until it is told to begin. One that cannot be watched never begins. */
  async #adopt(params: BrowserEvent['params']): Promise<void> {
    const { sessionId, targetInfo } = params as { sessionId: string; targetInfo: { type: string } }
    if (targetInfo.type !== 'iframe') return
    await this.#prepare(sessionId)
    await this.#pipe.send('Runtime.runIfWaitingForDebugger', {}, sessionId)
  }

  async #answer({ requestId, request, frameId, resourceType }: Paused, session: string | null): Promise<void> {
    const isPage = resourceType === 'Document' && frameId === this.#mainFrame
    const given = isPage ? this.#firstTime() : await this.#resources.get(request)
    if (given === null) {
      // A page that leads on by itself stays where it is when that is aborted; blocked, it would give way to an error.
      const errorReason = isPage ? 'Aborted' : 'BlockedByClient'
      await this.#pipe.send('Fetch.failRequest', { requestId, errorReason }, session)
      return
    }
    const responseHeaders = given.headers.map(([name, value]) => ({ name, value }))
    const answer = { requestId, responseCode: given.status, responseHeaders, body: base64(given.body) }
    await this.#pipe.send('Fetch.fulfillRequest', answer, session)
  }

  /** The page, once: where it leads on by itself to another one, that is not what was captured. */
  #firstTime(): Given | null {
    if (this.#isGiven) return null
    this.#isGiven = true
    return this.#page
  }

  /** A frame or request may be gone before it is answered; when the browser itself ends, all that waits for it says so. */
  #unlessEnded(work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof Error)) throw error
    })
  }
}
