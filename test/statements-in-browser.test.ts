/** The pages of statements, speakers and outlets in the system's browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { addAccepted } from './accepted-record.ts'
import { accessibilityFaults, hasBrowser, openBrowser, sayWithoutBrowser } from './browser-session.ts'
import { openTestRecord } from './open-test-record.ts'
import { servedRecord } from './served-record.ts'

const clock = { now: () => '2026-11-24T05:41:00.000Z' }

const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const

sayWithoutBrowser()

describe.skipIf(!hasBrowser)('statements, speakers and outlets in a browser', { timeout: 120_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  test('axe finds nothing, nothing overflows, no policy is broken, and citations can be copied', async () => {
    const store = await openTestRecord({ folder: null, clock })
    onTestFinished(() => store.close())
    const { statementIds, speakerId } = await addAccepted(store, {
      notation: `قال المتحدث. [S:مريم لي] [C:قالت]: [Q:“سيصدر Report A-1 قريبا ${'جدا '.repeat(80)}”]`,
      article: {
        headline: 'تقرير',
        byline: 'Ana Ruiz',
        outlet: 'صحيفة السد',
        language: 'ar',
        published: '2026-03-04',
        url: `https://example.org/${'a'.repeat(300)}`,
      },
      actor: {
        names: [
          { name: 'مريم لي', language: 'ar', script: 'Arab', kind: 'official' },
          { name: 'Mara Lee', language: 'en', script: 'Latn', kind: 'transliteration' },
        ],
      },
    })
    const context = await browser.newContext({ baseURL: await servedRecord(store, clock) })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => complaints.push(message.text()))
    const paths = [`/statements/${statementIds[0]}`, '/statements', `/speakers/${speakerId}`, '/outlets/صحيفة السد']
    for (const path of paths) {
      expect((await page.goto(path))?.status()).toBe(200)
      await page.evaluate('document.querySelector("details.cite")?.setAttribute("open", "")')
      for (const { colorScheme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        expect({ path, width, faults: await accessibilityFaults(page) }).toEqual({ path, width, faults: [] })
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      }
    }
    expect(complaints).toEqual([])
    await page.goto(paths[0] ?? '')
    await page.getByText('Cite this', { exact: true }).click()
    const bibtex = await page.getByLabel('BibTeX', { exact: true }).inputValue()
    expect(bibtex).toContain('author = {{مريم لي}}')
    const file = await context.request.get(`${paths[0]}/cite.bib`)
    expect((await file.text()).trim()).toBe(bibtex.trim())
  })
})
