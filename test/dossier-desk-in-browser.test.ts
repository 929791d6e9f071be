/** Dossiers at the desk in the system's browser: made by keyboard alone, and looked at in both schemes and widths. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessibilityFaults,
  deskContext,
  hasBrowser,
  openBrowser,
  sayWithoutBrowser,
  startServer,
  type TestServer,
} from './browser-session.ts'

const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const

const ARTICLE = `Minister promises dam report before the summer

Mara Lee, the minister for water, said that her ministry would publish the report on the Olden dam before the end of June 2026.

"We will publish the whole report, in two languages," Lee said on Tuesday.

The inspectors visited the dam in May.`

/** Looks at a page in every scheme and width. */
async function expectSound(page: Page): Promise<void> {
  for (const { colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    const faults = await accessibilityFaults(page)
    expect({ url: page.url(), width, faults }).toEqual({ url: page.url(), width, faults: [] })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    const folder = process.env['ONRECORD_SCREENSHOTS']
    const name = new URL(page.url()).pathname.replaceAll(/[^a-z]+/gi, '-').slice(0, 60)
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${colorScheme}-${width}.png`, fullPage: true })
  }
}

/** A person at the keyboard, whose keys are counted. */
function keyboard(page: Page) {
  let keys = 0
  const press = async (key: string) => {
    keys += 1
    await page.keyboard.press(key)
  }
  return {
    press,
    type: async (words: string) => {
      keys += words.length
      await page.keyboard.type(words)
    },
    /** Goes on by Tab to what has this name. */
    to: async (name: string) => {
      const inFocus = `(() => { const at = document.activeElement; return at.id || at.textContent.trim() })()`
      for (let tabs = 0; tabs < 150; tabs += 1) {
        if ((await page.evaluate(inFocus)) === name) return
        await press('Tab')
      }
      throw new Error(`Tab never comes to ${name}`)
    },
    count: () => keys,
  }
}

sayWithoutBrowser()

describe.skipIf(!hasBrowser)('dossiers at the desk in a browser', { timeout: 300_000 }, () => {
  let browser: Browser
  let server: TestServer

  beforeAll(async () => {
    server = await startServer()
    browser = await openBrowser()
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await server?.close()
  })

  test('a commitment with its terms is made by keyboard alone, and axe finds nothing on the way', async () => {
    const context = await deskContext(browser, server, { baseURL: server.address })
    const page = await context.newPage()
    await page.goto('/desk/add')
    await page.fill('#text', ARTICLE)
    await page.locator('form.box button[type="submit"]').first().click()
    await page.waitForFunction(
      `fetch('/desk').then((answer) => answer.text()).then((text) => text.includes('dam report'))`,
      undefined,
      { polling: 500 },
    )
    await page.goto('/desk/dossiers')
    await expectSound(page)
    const keys = keyboard(page)
    await keys.to('Make a dossier')
    await keys.press('Enter')
    await page.waitForURL('**/desk/dossiers/new')
    await expectSound(page)
    await keys.to('title')
    await keys.type('The Olden dam')
    await keys.press('Enter')
    await page.waitForURL('**/the-olden-dam*')
    await keys.to('Add: actor')
    await keys.press('Enter')
    await page.waitForURL('**/new/actor')
    await expectSound(page)
    await keys.to('names')
    await keys.type('Mara Lee')
    await keys.to('Save')
    await keys.press('Enter')
    await page.waitForURL('**/the-olden-dam#*')
    expect(await page.locator('.parts li').count()).toBe(1)
    await page.goto('/desk/dossiers/the-olden-dam/new/commitment')
    await keys.to('actor')
    await keys.press('ArrowDown')
    await keys.to('what')
    await keys.type('publish the report')
    await keys.to('date')
    await keys.type('2026-03-04')
    await keys.to('due')
    await keys.type('2026-06')
    await keys.to('terms')
    await keys.type('in two languages\nin full\nbefore the summer')
    await keys.to('find')
    await keys.type('dam report')
    await keys.to('Find')
    await keys.press('Enter')
    await page.waitForURL('**typed=*')
    await expectSound(page)
    const stance = (await page.locator('.evidence-box select').first().getAttribute('id')) ?? ''
    await keys.to(stance)
    await keys.press('ArrowDown')
    await keys.to('Preview')
    await keys.press('Enter')
    await page.waitForSelector('.preview')
    await expectSound(page)
    await keys.to('Save')
    await keys.press('Enter')
    await page.waitForURL('**/the-olden-dam#*')
    await expectSound(page)
    await keys.to('Publish')
    await keys.press('Enter')
    await page.waitForSelector('text=It is public')
    expect(await page.locator('.parts').first().textContent()).toContain('in two languages')
    process.stdout.write(`a dossier, an actor, a commitment with three terms, published: ${keys.count()} keys\n`)
    await context.close()
  })
})
