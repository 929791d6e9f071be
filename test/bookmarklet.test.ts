import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  accessibilityFaults,
  deskContext,
  hasBrowser,
  openBrowser,
  startServer,
  type TestServer,
} from './browser-session.ts'

const ARTICLE = `<article><h1>Council puts off the bridge</h1>
<p>The council of Ostermere will not open the bridge this year, Mayor Ilse Varden said on Monday.</p>
<p>“We will open it in May, and not a day later,” Ilse Varden said. “That is a promise.”</p>
<p>According to the harbour office, at least 400 people signed a letter against the delay of the bridge.</p></article>`

/** What a page forbids, by the header that says so; each is met on sites of outlets. */
const STRICT: readonly (readonly [what: string, headers: Readonly<Record<string, string>>])[] = [
  ['nothing', {}],
  [
    'everything by CSP',
    { 'Content-Security-Policy': "default-src 'none'; form-action 'none'; connect-src 'none'; frame-src 'none'" },
  ],
  ['other types by CSP', { 'Content-Security-Policy': "require-trusted-types-for 'script'; script-src 'none'" }],
  [
    'windows of others by COOP',
    { 'Cross-Origin-Opener-Policy': 'same-origin', 'Content-Security-Policy': "form-action 'none'" },
  ],
  [
    'windows and files of others',
    { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  ],
  ['windows but those it opens', { 'Cross-Origin-Opener-Policy': 'same-origin-allow-popups' }],
]

describe.skipIf(!hasBrowser)('the bookmarklet', { timeout: 300_000 }, () => {
  let browser: Browser
  let server: TestServer
  let foreign: Server
  let headers: Readonly<Record<string, string>>
  let body: string
  let context: BrowserContext
  let page: Page

  const foreignPage = () => `http://127.0.0.1:${(foreign.address() as AddressInfo).port}/2022/bridge?from=front`

  beforeAll(async () => {
    browser = await openBrowser()
    foreign = createServer((_, answer) => {
      answer
        .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
        .end(`<html lang="en"><head><title>Council puts off the bridge</title></head><body>${body}</body></html>`)
    })
    await new Promise<void>((done) => foreign.listen(0, '127.0.0.1', done))
  })

  afterAll(async () => {
    await new Promise((done) => foreign.close(done))
    await browser.close()
  })

  beforeEach(async () => {
    server = await startServer()
    headers = {}
    body = ARTICLE
    context = await deskContext(browser, server)
    context.setDefaultTimeout(120_000)
    page = await context.newPage()
  })

  afterEach(async () => {
    await context.close()
    await server.close()
  })

  /** The program in the link that is dragged to the bookmarks. */
  async function program(): Promise<string> {
    await page.goto(`${server.address}/desk/bookmarklet`)
    const href = (await page.getByRole('link', { name: 'Add to Onrecord' }).getAttribute('href')) ?? ''
    expect(href).toMatch(/^javascript:/)
    return decodeURIComponent(href.slice('javascript:'.length))
  }

  /** Runs it in the foreign page, as a bookmark does: outside of what the page's CSP rules over. */
  async function choose(code: string): Promise<void> {
    await page.goto(foreignPage())
    await page.evaluate(code)
  }

  /** The page that shows the article, whichever window it came up in. */
  async function shown(): Promise<Page> {
    const ours = (candidate: Page) => candidate.url().includes('/desk/articles/')
    await expect.poll(() => context.pages().some(ours), { timeout: 120_000 }).toBe(true)
    const found = context.pages().find(ours)
    if (found === undefined) throw new Error('no window shows an article')
    return found
  }

  test.each(STRICT)('a page that forbids %s is added with its address', async (_, forbidding) => {
    headers = forbidding
    await choose(await program())
    const article = await shown()
    expect(await article.getByRole('heading', { level: 1 }).textContent()).toBe('Council puts off the bridge')
    expect(await article.locator('.facts a').first().getAttribute('href')).toBe(foreignPage())
    expect(await article.evaluate('[window.opener, location.hash]')).toEqual([null, ''])
  })

  test('the same page again is the same article', async () => {
    const code = await program()
    await choose(code)
    const first = (await shown()).url()
    await context.pages().at(-1)?.close()
    await choose(code)
    expect((await shown()).url()).toBe(first)
    await page.goto(`${server.address}/desk`)
    await expect.poll(() => page.getByRole('listitem').filter({ hasText: 'Council puts off' }).count()).toBe(1)
  })

  test('a secret that was renewed, or made up, adds nothing', async () => {
    const code = await program()
    await page.getByRole('button', { name: 'Make a new secret' }).click()
    await page.waitForURL('**/bookmarklet')
    for (const wrong of [code, code.replace(/token:"[^"]+"/, 'token:""')]) {
      const window = context.waitForEvent('page')
      await choose(wrong)
      await (await window).getByText('its secret was renewed').waitFor()
    }
    await page.goto(`${server.address}/desk`)
    await page.getByRole('button', { name: 'Add the sample articles' }).waitFor()
  })

  test('a page without the bookmarklet can add and learn nothing', async () => {
    await page.goto(foreignPage())
    const learned = await page.evaluate(async (address) => {
      const send = (path: string) => {
        const form = new FormData()
        for (const [name, value] of Object.entries({ token: 'x', url: 'https://a.example/', html: '<p>Words.</p>' }))
          form.append(name, value)
        return fetch(address + path, { method: 'POST', body: form }).then(
          (answer) => answer.text(),
          () => 'nothing',
        )
      }
      return [
        await send('/desk/bookmarklet'),
        await send('/desk/add'),
        await fetch(`${address}/desk/bookmarklet`).then(
          (answer) => answer.text(),
          () => 'nothing',
        ),
      ]
    }, server.address)
    expect(learned).toEqual(['nothing', 'nothing', 'nothing'])
  })

  test('what a page hides in itself does not run at our address', async () => {
    body = `${ARTICLE}<script>window.hit = 1</script><img src=x onerror="window.hit = 1"><p><a href="javascript:window.hit=1">a link</a> stands in a paragraph of the page on the bridge, and says as much as the others.</p>`
    await choose(await program())
    const article = await shown()
    expect(await article.evaluate('window.hit')).toBeUndefined()
  })

  test('a page that is not on the web is refused in a sentence', async () => {
    const code = (await program()).replace('url:location.href', 'url:"file:///etc/passwd"')
    const window = context.waitForEvent('page')
    await choose(code)
    await (await window).getByText('Only pages with an address on the web').waitFor()
  })

  test('the page that gives it is readable for everybody', async () => {
    await page.goto(`${server.address}/desk/bookmarklet`)
    expect(await accessibilityFaults(page)).toEqual([])
  })
})
