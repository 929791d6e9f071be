import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  accessibilityFaults,
  deskContext,
  hasBrowser,
  openBrowser,
  sayWithoutBrowser,
  startServer,
  type TestServer,
} from './browser-session.ts'
import { localSite, page as textPage } from './local-web.ts'

const ARTICLE = `Council puts off the bridge

The council of Ostermere will not open the bridge this year, Mayor Ilse Varden said on Monday.

“We will open it in May, and not a day later,” Ilse Varden said. “That is a promise.”

According to the harbour office, at least 400 people signed a letter against the delay.`

const HUGE_BYTES = 200 * 1024 * 1024

/** Each scheme and each width once: what axe finds by colour does not hang on the width. */
const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 320 },
] as const

const PAGE = `<h1>Bridge opens</h1>
<p>${'The bridge of Ostermere has opened after all, and people walked over it all day. '.repeat(4)}</p>
<p>“It took long enough,” Ilse Varden said.</p>`

sayWithoutBrowser()

// A busy machine with two cores takes a minute for what takes two seconds elsewhere.
describe.skipIf(!hasBrowser)('in a browser', { timeout: 300_000 }, () => {
  let browser: Browser
  let server: TestServer
  let context: BrowserContext
  let page: Page
  let problems: string[]
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-files-'))

  function choose(names: readonly string[]): Promise<void> {
    return page.getByLabel('Files').setInputFiles(names.map((name) => join(folder, name)))
  }

  async function open(options: Parameters<Browser['newContext']>[0] = {}): Promise<void> {
    context = await deskContext(browser, server, { baseURL: server.address, ...options })
    context.setDefaultTimeout(120_000)
    page = await context.newPage()
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
    page.on('pageerror', (error) => problems.push(String(error)))
  }

  beforeAll(async () => {
    browser = await openBrowser()
    for (const name of ['bridge.txt', 'again.txt']) writeFileSync(join(folder, name), ARTICLE)
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(join(folder, 'huge.html'), '')
    truncateSync(join(folder, 'huge.html'), HUGE_BYTES)
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  beforeEach(async () => {
    problems = []
    server = await startServer()
  })
  afterEach(async () => {
    await context?.close()
    await server.close()
    expect(problems).toEqual([])
  })

  /** What a person does with the mouse outside the page: drops a file, or pastes what was copied elsewhere. */
  async function dispatch(
    selector: string,
    event: { type: string; kind: 'DragEvent' | 'ClipboardEvent'; data?: Record<string, string>; file?: string },
  ): Promise<void> {
    await page.evaluate(`{
      const { type, kind, data = {}, file } = ${JSON.stringify(event)}
      const carried = new DataTransfer()
      for (const [format, words] of Object.entries(data)) carried.setData(format, words)
      if (file) carried.items.add(new File([file], 'dropped.txt', { type: 'text/plain' }))
      const init = { dataTransfer: carried, clipboardData: carried, cancelable: true, bubbles: true }
      const made = kind === 'DragEvent' ? new DragEvent(type, init) : new ClipboardEvent(type, init)
      document.querySelector(${JSON.stringify(selector)}).dispatchEvent(made)
    }`)
  }

  /** From an article's page to a statement on its speaker's page, and back to its place in the article. */
  async function walkToSpeaker(): Promise<void> {
    await page.locator('.ledger a', { hasText: 'Ilse Varden' }).first().click()
    expect(await page.locator('h1').textContent()).toBe('Ilse Varden')
    const statement = page.locator('.statements li', {
      has: page.locator('.content', { hasText: 'We will open it in May' }),
    })
    expect(await statement.textContent()).toContain('read by machine')
    await statement.locator('.printed a').click()
    expect(new URL(page.url()).hash).toMatch(/^#s-/)
    const line = page.locator('.ledger dl:target')
    await line.waitFor({ state: 'visible' })
    expect(await line.textContent()).toMatch(/Source\s*Ilse Varden\s*Cue\s*said\s*Content\s*“We will open it in May/)
  }

  test.each([true, false])(
    'a pasted article leads to a statement on a speaker’s page (script: %s)',
    async (javaScriptEnabled) => {
      await open({ javaScriptEnabled })
      await page.goto('/desk')
      await page.getByLabel('Or paste an article').fill(ARTICLE)
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('link', { name: 'Council puts off the bridge' }).click()
      await walkToSpeaker()
    },
  )

  test.each([true, false])('the samples are one click away (script: %s)', async (javaScriptEnabled) => {
    await open({ javaScriptEnabled })
    await page.goto('/desk')
    await page.getByRole('button', { name: 'Add the sample articles' }).click()
    await page.getByRole('heading', { name: 'What was added' }).waitFor()
    await page.locator('.results .added').nth(5).waitFor()
    await page.getByRole('link', { name: 'Speakers' }).click()
    await page.locator('.docket a').first().click()
    expect(await page.locator('.statements li').count()).toBeGreaterThan(0)
  })

  test.each([true, false])(
    'the sample dossier is one click away, and shows where it stood on any day (script: %s)',
    async (javaScriptEnabled) => {
      await open({ javaScriptEnabled })
      await page.goto('/desk')
      await page.getByRole('button', { name: 'Add the sample dossier' }).click()
      await page.waitForURL('**/dossiers/*')
      await page.getByText('no outlet printed them').waitFor()
      expect(await page.locator('.sentences').textContent()).toContain('two were met')
      await page.getByLabel('Where it stood on').fill('2022-04-15')
      await page.getByRole('button', { name: 'Show' }).click()
      expect(await page.locator('.sentences').textContent()).toContain('overdue by 74 to 104 days')
      expect(await page.locator('svg.timeline:visible .overdue').count()).toBe(1)
      await page.locator('.steps a[href^="/speakers/"]').first().waitFor()
    },
  )

  test('everything is reached by keyboard', async () => {
    await open()
    await page.goto('/desk')
    const pressUntil = async (isThere: string) => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab')
        if (await page.evaluate(`document.activeElement.matches(${JSON.stringify(isThere)})`)) return
      }
      throw new Error(`Tab never reached ${isThere}`)
    }
    await pressUntil('.skip')
    await page.keyboard.press('Enter')
    await pressUntil('textarea')
    await page.keyboard.insertText(ARTICLE)
    await pressUntil('button')
    await page.keyboard.press('Enter')
    await page.locator('.results .added a').waitFor()
    await pressUntil('.results a')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/articles/*')
    await pressUntil('.row .number')
    await page.keyboard.press('Enter')
    expect(await page.locator('.ledger dl:target').isVisible()).toBe(true)
    await pressUntil('.ledger a[href^="/desk/speakers/"]')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/speakers/*')
    expect(await page.locator('.statements li').count()).toBeGreaterThan(0)
  })

  test('files are sent one by one, a large one is not sent, and a page pasted with its formatting keeps it', async () => {
    await open()
    await page.goto('/desk')
    await choose(['bridge.txt', 'empty.txt', 'huge.html', 'again.txt'])
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.locator('.progress', { hasText: /^Done:/ }).waitFor()
    const states = await page.locator('.results li b').allTextContents()
    expect(states.slice(1, 3)).toEqual(['Failed', 'Failed'])
    // Two are read at once: of two with the same words, either may be the first.
    expect([states[0], states[3]].sort()).toEqual(['Added', 'Already there'])
    expect(await page.locator('.results li').nth(2).textContent()).toMatch(/huge\.html.*larger than 32 MB/)
    expect(sent).toHaveLength(3)
    await dispatch('#text', {
      type: 'paste',
      kind: 'ClipboardEvent',
      data: { 'text/html': PAGE, 'text/plain': 'Bridge opens' },
    })
    await page.locator('.pasted').waitFor({ state: 'visible' })
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.locator('.results li.added').nth(1).waitFor()
    expect(await page.locator('.results li').nth(4).textContent()).toMatch(/Added.*Bridge opens/)
  })

  test('files dropped on the box are added', async () => {
    await open()
    await page.goto('/desk')
    for (const type of ['dragover', 'drop']) await dispatch('form.box', { type, kind: 'DragEvent', file: ARTICLE })
    await page.locator('.results .added').waitFor()
  })

  test('without script, a file that is too large does not keep the others out', async () => {
    await open({ javaScriptEnabled: false })
    await page.goto('/desk/add')
    await choose(['huge.html', 'bridge.txt'])
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.waitForURL('**/added/*')
    await page.locator('.results .added').waitFor()
    expect(await page.locator('.results li b').allTextContents()).toEqual(['Failed', 'Added'])
  })

  /** An answer with an article in it. */
  function articlePage(article: string): Buffer {
    // Each character of an answer is a byte.
    const body = Buffer.from(article).toString('latin1')
    return Buffer.from(textPage(body, { 'Content-Type': 'text/plain; charset=utf-8' }), 'latin1')
  }

  /** A site that answers for "/slow" when it is told to; what is at "/late" is there from the second request on. */
  async function slowSite() {
    const { promise: isTold, resolve: answer } = Promise.withResolvers<void>()
    const late = [Buffer.from('HTTP/1.1 410 Gone\r\nContent-Length: 0\r\n\r\n')]
    const site = await localSite({
      '/slow': (socket) => void isTold.then(() => socket.end(articlePage(ARTICLE))),
      '/late': (socket) => socket.end(late.pop() ?? articlePage(ARTICLE.replace('bridge', 'ferry'))),
    })
    return { origin: site.origin, answer }
  }

  async function paste(words: string): Promise<void> {
    await page.getByLabel('Or paste an article').fill(words)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
  }

  test.each([true, false])('a pasted address is fetched while one looks on (script: %s)', async (javaScriptEnabled) => {
    const { origin, answer } = await slowSite()
    await open({ javaScriptEnabled })
    await page.goto('/desk')
    await paste(`${origin}/slow`)
    await page.getByText('Being fetched').first().waitFor()
    answer()
    await page.getByRole('link', { name: 'Council puts off the bridge' }).click()
    await walkToSpeaker()
  })

  test.each([true, false])(
    'of several addresses, the one that failed says why, and is tried again (script: %s)',
    async (javaScriptEnabled) => {
      const { origin, answer } = await slowSite()
      answer()
      await open({ javaScriptEnabled })
      await page.goto('/desk/add')
      await paste(`${origin}/late\n${origin}/slow`)
      await page.locator('.results .added').waitFor()
      await page.locator('.results .failed a').click()
      await page.getByText('410').waitFor()
      expect(await page.locator('.masthead a', { hasText: 'Work' }).count()).toBe(1)
      await page.getByRole('button', { name: 'Try again' }).click()
      await page.getByRole('link', { name: 'Council puts off the ferry' }).click()
      await page.locator('.ledger').first().waitFor()
      await page.getByRole('link', { name: 'Work' }).click()
      expect(await page.locator('.jobs h2').allTextContents()).toEqual(['Done lately 2'])
    },
  )

  test('an address is added with a picture, and the evidence of its statement shows it', async () => {
    const [title, ...paragraphs] = ARTICLE.split('\n\n')
    const words = `<h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}`
    const answer = textPage(Buffer.from(words).toString('latin1'), { 'Content-Type': 'text/html; charset=utf-8' })
    const { origin } = await localSite({ '/a': answer })
    await open()
    await page.goto('/desk/add')
    await page.getByLabel('Picture the pages').check()
    await paste(`${origin}/a`)
    await page.locator('.results .added a').click()
    await page.locator('.ledger summary').first().click()
    await page.getByRole('link', { name: 'Check it yourself' }).first().click()
    await page.locator('img.look').scrollIntoViewIfNeeded()
    await page.waitForFunction('document.querySelector("img.look").naturalWidth === 1280')
    expect(await accessibilityFaults(page)).toEqual([])
  })

  test('work that is removed is gone, and the list says that nothing is left', async () => {
    const { origin } = await slowSite()
    await open()
    await page.goto('/desk/add')
    await paste(`${origin}/slow`)
    await page.locator('.results .running a').click()
    await page.getByRole('button', { name: 'Stop and remove' }).click()
    await page.waitForURL('**/work')
    expect(await page.locator('main').textContent()).toContain('Nothing waits')
  })

  test('axe finds nothing, and nothing overflows, on any page in both schemes, narrow and wide', async () => {
    await open()
    await page.goto('/desk')
    const pages = ['/desk', '/desk/add', '/desk/feeds', '/nothing']
    const check = async (paths: readonly string[]) => {
      for (const path of paths) {
        await page.goto(path)
        for (const { colorScheme, width } of LOOKS) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize({ width, height: 900 })
          expect({ path, colorScheme, width, faults: await accessibilityFaults(page) }).toMatchObject({ faults: [] })
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        }
      }
    }
    await check(pages)
    await page.goto('/desk')
    await page.getByRole('link', { name: 'Add' }).click()
    await page.getByRole('button', { name: 'Add the sample articles' }).click()
    await page.waitForURL('**/added/*')
    const results = new URL(page.url()).pathname
    await page.locator('.total', { hasText: '11 articles added' }).waitFor()
    const links = await page
      .locator('.results a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    // Marks in one another, Chinese, Arabic.
    const articles = [3, 7, 8].map((at) => links[at] ?? '')
    await page.goto(articles[0] ?? '')
    const statement = await page.locator('.ledger dl').first().getAttribute('id')
    const evidence = (await page.locator('.ledger a[href$="/evidence"]').first().getAttribute('href')) ?? ''
    await page.goto('/desk/speakers')
    const speaker = (await page.locator('.docket a').first().getAttribute('href')) ?? ''
    await page.goto('/desk/add')
    await page.getByLabel('Or paste an article').fill('https://nobody@/')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const failed = (await page.locator('.results .failed a').getAttribute('href')) ?? ''
    await check([
      failed,
      '/desk/work',
      '/desk/work/set-aside',
      results,
      '/desk',
      '/desk?q=dam',
      '/desk?q=zzzz',
      '/desk/speakers',
      speaker,
      `${articles[0]}#${statement}`,
      ...articles,
      evidence,
    ])
    // The address that is not there is one of the pages, and browsers report it.
    problems = problems.filter((problem) => !problem.includes('404'))
  })
})
