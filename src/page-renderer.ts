import { findBrowser } from './gather/browser/find-browser.ts'
import { renderPageIn } from './gather/browser/render-page.ts'
import { userAgent } from './gather/fetch/user-agent.ts'
import type { RenderPage } from './record/rendering.ts'
import type { Settings } from './settings.ts'
import { systemClock } from './store/system-clock.ts'
import { version } from './version.ts'

/** What pictures pages, as the settings allow. */
export function rendererFor({ browser, contact, allowPrivate }: Settings): RenderPage {
  return renderPageIn({
    browser: findBrowser(browser, process.env),
    userAgent: userAgent(version(), contact),
    allowPrivate,
    clock: systemClock,
  })
}
