/** What a real browser makes of a page, saved whole or printed, gives the page's article. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readArticle } from '../src/article/read-article.ts'
import { hasBrowser, openBrowser, sayWithoutBrowser } from './browser-session.ts'

sayWithoutBrowser()

/** A headline and paragraphs in several scripts, all in letters that every system has, or draws a box for. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The dam holds, warden says',
    'The upper dam of the Tarn held on Monday, its warden told reporters at the gate, after a night of rain that closed the road to the village for the second time this year.',
    '“It holds,” said Mara Lindqvist, the warden of the Tarn dam, “and it will hold tomorrow, whatever the council may say.”',
  ],
  ar: [
    'السد صامد',
    'قال حارس السد الأعلى يوم الاثنين للصحفيين عند البوابة إن السد صمد بعد ليلة من الأمطار التي أغلقت الطريق إلى القرية للمرة الثانية هذا العام.',
    'وأضاف أمام المجلس: «لقد صمد، وسيصمد غدا»، ثم قال إن المهندسين سيعودون يوم الخميس من البحيرة العليا.',
  ],
  zh: [
    '大坝挺住了',
    '水库管理员星期一在大门口对记者说，塔恩河上游的大坝昨夜挺住了，而通往村庄的道路今年已经第二次关闭，居民们都在等待消息。',
    '“大坝挺住了，”她说，“明天也会挺住，不管委员会怎么说。”工程师们将在星期四从上游的湖边回来，届时委员会将再次开会。',
  ],
}

function markup(language: string): string {
  const [headline = '', ...paragraphs] = TEXTS[language] ?? []
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('')
  return `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><meta charset="utf-8"><title>${headline}</title></head>
<body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${body}<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA="></article></body></html>`
}

const bare = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '')

describe.skipIf(!hasBrowser)('of a page in', { timeout: 120_000 }, () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await openBrowser()
  }, 120_000)
  afterAll(() => browser?.close())
  beforeEach(async () => {
    page = await browser.newPage()
  })
  afterEach(() => page.close())

  test.each(Object.keys(TEXTS))('%s, the browser’s MHTML is the article', async (language) => {
    await page.setContent(markup(language))
    const session = await page.context().newCDPSession(page)
    const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
    const outcome = await readArticle(Buffer.from(data), { contentType: null, url: null })
    const [headline, ...paragraphs] = TEXTS[language] ?? []
    expect(outcome).toMatchObject({ ok: true, article: { headline, language, text: paragraphs.join('\n\n') } })
  })

  test.each(Object.keys(TEXTS))('%s, the browser’s PDF has the words in their order', async (language) => {
    await page.setContent(markup(language).replace('<nav><a href="/">Home</a></nav>', ''))
    const outcome = await readArticle(await page.pdf({ format: 'A4' }), { contentType: null, url: null })
    const paragraphs = TEXTS[language]?.slice(1) ?? []
    expect(outcome.ok && bare(outcome.article.text)).toContain(bare(paragraphs.join('')))
    expect(outcome.ok && outcome.article.text.split('\n\n').length).toBeGreaterThanOrEqual(paragraphs.length)
  })

  test('pictures alone, the PDF says that it has no text', async () => {
    await page.setContent(
      '<canvas id="scan" width="600" height="800"></canvas><script>scan.getContext("2d").fillText("The dam holds", 40, 40)</script>',
    )
    const image = await page.locator('canvas').screenshot()
    await page.setContent(`<img alt="" src="data:image/png;base64,${image.toString('base64')}">`)
    const outcome = await readArticle(await page.pdf({ format: 'A4' }), { contentType: null, url: null })
    expect(outcome).toMatchObject({ ok: false, fault: { sentence: expect.stringMatching(/pictures|no text/) } })
  })
})
