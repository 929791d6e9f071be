import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecord } from '../src/open-record.ts'
import { systemClock } from '../src/store/system-clock.ts'
import {
  accessibilityFaults,
  deskContext,
  hasBrowser,
  openBrowser,
  sayWithoutBrowser,
  startServer,
  type TestServer,
} from './browser-session.ts'
import { coverageOf } from './marked-coverage.ts'

sayWithoutBrowser()

const TEXT =
  '[S:Mara Lee] [C:said]: [Q:“It is over.”] She left.\n\n[Q2:“No,”] [C2:said] [S2:Tom Okoro]. All is not well.'
const SIZES = [320, 1440].flatMap((width) => (['light', 'dark'] as const).map((scheme) => [width, scheme] as const))

let browser: Browser
let server: TestServer
let articleId: string

beforeAll(async () => {
  if (!hasBrowser) return
  server = await startServer()
  const { store } = await openRecord({ dataFolder: server.folder, collector: null }, systemClock)
  articleId = (await store.addCoverage(coverageOf(TEXT, { headline: 'The talks' }))).articleId
  await store.close()
  browser = await openBrowser()
}, 60_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Presses a key that sends a form or follows a link, and waits for the page that comes of it. */
async function go(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.keyboard.press(key)])
  await page.locator('#focus').waitFor()
}

test.runIf(hasBrowser)('every step of a review by keyboard alone', { timeout: 90_000 }, async () => {
  const page = await (await deskContext(browser, server)).newPage()
  await page.goto(`${server.address}/desk/review`)
  await page.getByRole('link', { name: 'The talks' }).press('Enter')
  const focused = () => page.evaluate('document.activeElement?.textContent')
  await page.locator('#focus').waitFor()
  expect(await focused()).toBe('Statement 1')
  await page.keyboard.press('?')
  expect(await page.locator('#keys').getAttribute('open')).toBe('')
  await go(page, ']')
  expect(await page.locator('section .facts').first().textContent()).toContain('“It is over.” She')
  expect(await page.locator('section').textContent()).toContain('The machine now reads otherwise: words.')
  await go(page, 'u')
  await page.keyboard.press('s')
  await page.keyboard.type('Ana Ruiz')
  await go(page, 'Enter')
  expect(await page.locator('section .facts').first().textContent()).toContain('Ana Ruiz')
  await go(page, 'a')
  expect(await focused()).toBe('Statement 2')
  await go(page, 'k')
  expect(await page.locator('section').textContent()).toContain('Accepted.')
  await go(page, 'j')
  await Promise.all([page.waitForURL('**/desk/review'), page.keyboard.press('a')])
  expect(await page.locator('main').textContent()).toContain('Nothing waits to be reviewed.')
  await page.context().close()
})

test.runIf(hasBrowser).each(SIZES)(
  'nothing is wrong with the pages at %i pixels, %s',
  { timeout: 60_000 },
  async (width, colorScheme) => {
    const context = await deskContext(browser, server, { viewport: { width, height: 900 }, colorScheme })
    const page = await context.newPage()
    for (const path of ['/desk/review', `/desk/review/${articleId}`]) {
      await page.goto(`${server.address}${path}`)
      expect(await accessibilityFaults(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    }
    const name = `review-${width}-${colorScheme}`
    if (process.env['ONRECORD_SHOTS'] !== undefined)
      await page.screenshot({ path: `${process.env['ONRECORD_SHOTS']}/${name}.png`, fullPage: true })
    await context.close()
  },
)
