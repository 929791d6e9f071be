import type { RenderedPage, RenderOutcome, RenderPage } from '../../record/rendering.ts'
import type { ResourceOptions } from '../fetch/fetch-resource.ts'
import { type OpenBrowser, openBrowser } from './open-browser.ts'
import { PageResources } from './page-resources.ts'
import { PageSession } from './page-session.ts'

/** How long what a page shows may take to load; then it is pictured as far as it came. In milliseconds, as all here. */
const LOAD_MS = 45_000
/** For all of it, with starting the browser: a page can be made to keep it busy for ever. */
const WHOLE_MS = 120_000

export type RenderPageOptions = ResourceOptions & {
  /** Chromium's program; null where there is none. */
  readonly browser: string | null
  readonly loadMs?: number
  readonly wholeMs?: number
}

const NO_BROWSER: RenderOutcome = {
  state: 'failed',
  sentence:
    'a picture of the page needs Chromium, which is not on this machine; install it, or name its program with ONRECORD_CHROMIUM',
  mayPass: false,
}

const NO_PAGE: RenderOutcome = {
  state: 'failed',
  sentence: 'only web pages (HTML) are pictured; this is none',
  mayPass: false,
}

type Page = Parameters<RenderPage>[0]

/** Whether a browser would show it as a page. One without a type came from a server that forgot it. */
function isPage({ contentType }: Page): boolean {
  return contentType === null || /^\s*(?:text\/html|application\/xhtml\+xml)\s*(?:;|$)/i.test(contentType)
}

/** Resolves after `ms` with a function's result, unless it is cleared before. */
function after(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms)
  return () => clearTimeout(timer)
}

async function pageIn(browser: OpenBrowser, page: Page, options: RenderPageOptions): Promise<RenderedPage> {
  const { loadMs = LOAD_MS, clock } = options
  const { product } = await browser.pipe.send('Browser.getVersion')
  const resources = new PageResources(options)
  const headers = [['Content-Type', page.contentType ?? 'text/html']] as const
  const session = new PageSession(browser.pipe, { resources, page: { status: 200, headers, body: page.bytes } })
  const clear = after(loadMs, () => resources.stop())
  try {
    await session.load(page.url)
  } finally {
    clear()
  }
  const picture = await session.picture()
  const at = clock.now()
  const pdf = await session.pdf()
  resources.stop()
  const { exchanges, refused } = resources
  return {
    at,
    browser: String(product).replace(/^Headless/, ''),
    isSandboxed: browser.isSandboxed,
    picture,
    pdf,
    exchanges: [...exchanges],
    refused: [...refused],
  }
}

/** Pictures pages in the system's Chromium: each in a browser of its own, which is ended with all that it started. */
export function renderPageIn(options: RenderPageOptions): RenderPage {
  return async (page) => {
    const { browser: program, wholeMs = WHOLE_MS } = options
    if (program === null) return NO_BROWSER
    if (!isPage(page)) return NO_PAGE
    const browser = await openBrowser(program)
    const tooSlow = new Error(`it was not done within ${Math.round(wholeMs / 1000)} seconds`)
    const clear = after(wholeMs, () => browser.pipe.end(tooSlow))
    try {
      return { state: 'rendered', page: await pageIn(browser, page, options) }
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error)
      return { state: 'failed', sentence: `the page could not be pictured: ${words}`, mayPass: true }
    } finally {
      clear()
      await browser.close()
    }
  }
}
