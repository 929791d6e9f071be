/** The public's pages in the system's browser: nothing overlaps, nothing overflows, every script reads its own way. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { CommitmentEvent } from '../src/record/commitments/commitment.ts'
import type { Dossier } from '../src/record/dossier/dossier.ts'
import { knownEdtf } from '../src/text/edtf-time.ts'
import { addAccepted } from './accepted-record.ts'
import { accessibilityFaults, hasBrowser, openBrowser, sayWithoutBrowser } from './browser-session.ts'
import { openTestRecord } from './open-test-record.ts'
import { servedRecord } from './served-record.ts'
import { saying, smallDossier, taken } from './small-dossier.ts'

const clock = { now: () => '2026-11-24T05:41:00.000Z' }

/** Both colour schemes, and both ends of the widths that the pages are made for, with one between. */
const LOOKS = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 700 },
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
] as const

const ARABIC_QUOTE = 'قالت Mara Lee إن التقرير سيصدر'

/** Forty events within ten days, each due two days later, of an actor with names in three scripts. */
function crowdedDossier(articleId: string, statementId: string): Dossier {
  const evidence = [{ ...saying(articleId, statementId), words: ARABIC_QUOTE }]
  const dossier = smallDossier(evidence)
  const events = Array.from({ length: 40 }, (_, at): CommitmentEvent => {
    const day = (offset: number) => knownEdtf(`2026-03-${String(1 + (at % 10) + offset).padStart(2, '0')}`)
    const due = { date: day(2), words: 'before the end of my mandate' }
    return { id: `e${at}`, kind: 'scheduled', date: day(0), due: at % 3 === 0 ? due : null, evidence }
  })
  return {
    ...dossier,
    title: 'The dam at 三峡, and what مريم لي said of it',
    actors: dossier.actors.map((actor) => ({
      ...actor,
      names: [
        { name: 'مريم لي', language: 'ar', script: 'Arab', kind: 'official' },
        { name: 'Mara Lee', language: null, script: 'Latn', kind: 'transliteration' },
        { name: '李玛拉', language: 'zh', script: 'Hani', kind: 'transliteration' },
      ],
    })),
    places: [
      {
        id: 'dam-place',
        names: [
          { name: 'Three Gorges', language: null, script: 'Latn', kind: 'official' },
          { name: '三峡', language: 'zh', script: 'Hani', kind: 'official' },
        ],
        in: null,
        identifiers: [],
      },
    ],
    commitments: dossier.commitments.map((commitment) => ({ ...commitment, events })),
    quoted: [{ ...saying(articleId, statementId), id: 'said', words: ARABIC_QUOTE, saidOn: knownEdtf('2026-03-04') }],
  }
}

/** In the page: which boxes of the drawing that is shown lie over one another, or stick out of it. */
const CROWDED = `(() => {
  const drawing = [...document.querySelectorAll('svg.timeline')].find((svg) => svg.checkVisibility())
  const frame = drawing.getBoundingClientRect()
  const boxes = [...drawing.querySelectorAll('.line text, .heading text, .event, .said, .due, .overdue')].map((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    // Lines of text stand as close as their type is set; what must not meet is their letters.
    const inset = element.tagName === 'text' ? (bottom - top) / 4 : 0
    return { words: element.textContent || element.className.baseVal, left, right, top: top + inset, bottom: bottom - inset, own: element.closest('.line') }
  })
  const isMark = ({ words }) => /^(?:event|said|due|overdue)$/.test(words)
  const over = boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => !(isMark(a) && isMark(b) && a.own === b.own) &&
    a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom && b.top < a.bottom).map((b) => a.words + ' | ' + b.words))
  const out = boxes.filter(({ left, right }) => left < frame.left - 1 || right > frame.right + 1).map(({ words }) => words)
  return { count: boxes.length, over, out }
})()`

/** In the page: where the first letter of some words stands, from the left; the words are looked for in one element. */
function leftOf(page: Page, selector: string, words: string): Promise<number> {
  return page.evaluate(`(() => {
    const element = document.querySelector(${JSON.stringify(selector)})
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(${JSON.stringify(words)})
      if (start < 0) continue
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + 1)
      return range.getBoundingClientRect().left
    }
    throw new Error('not there: ' + ${JSON.stringify(words)})
  })()`)
}

sayWithoutBrowser()

describe.skipIf(!hasBrowser)('the public’s pages in a browser', { timeout: 300_000 }, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  /** A page of a browser over a record of its own, with the crowded dossier. */
  async function open(): Promise<Page> {
    const store = await openTestRecord({ folder: null, clock })
    const { articleId, statementIds } = await addAccepted(store, {
      notation: `[S:Mara Lee] [C:said] [Q:“${ARABIC_QUOTE}”]`,
      article: { outlet: 'صحيفة السد', headline: 'تقرير', language: 'ar', published: '2026-03-04' },
    })
    await store.dossiers.take(taken(crowdedDossier(articleId, statementIds[0] ?? '')))
    onTestFinished(() => store.close())
    const context = await browser.newContext({ baseURL: await servedRecord(store, clock) })
    onTestFinished(() => context.close())
    return context.newPage()
  }

  test('axe finds nothing, nothing overflows, and in the drawing nothing overlaps', async () => {
    const page = await open()
    for (const path of ['/', '/dossiers', '/dossiers/dam', '/dossiers/dam?on=2026-03-08', '/dossiers/dam?on=nothing']) {
      await page.goto(path)
      for (const { colorScheme, width } of LOOKS) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        expect({ path, width, faults: await accessibilityFaults(page) }).toEqual({ path, width, faults: [] })
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
        if (!path.startsWith('/dossiers/')) continue
        const { count, over, out } = (await page.evaluate(CROWDED)) as { count: number; over: string[]; out: string[] }
        expect({ path, width, over, out }).toEqual({ path, width, over: [], out: [] })
        expect(count).toBeGreaterThan(40)
      }
    }
  })

  test('printed, the page shows one drawing, the table behind it and no form', async () => {
    const page = await open()
    await page.goto('/dossiers/dam')
    const shown = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length)
    expect([await shown('.as-table table'), await shown('.moment-form')]).toEqual([0, 1])
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: 690, height: 900 })
    expect(await shown('svg.timeline')).toBe(1)
    expect([await shown('.as-table table'), await shown('.moment-form')]).toEqual([2, 0])
  })

  test('right-to-left names stand right in left-to-right text, and the other way round', async () => {
    const page = await open()
    await page.goto('/dossiers/dam')
    const at = (selector: string, ...words: readonly string[]) =>
      Promise.all(words.map((one) => leftOf(page, selector, one)))
    const isRising = (lefts: readonly number[]) =>
      lefts.every((left, place) => place === 0 || left > (lefts[place - 1] ?? 0))
    // The heading runs to the right; the Arabic name in it to the left, and does not take the colon along.
    expect(isRising(await at('.matter h3', 'لي', 'مريم', ': to', 'publish'))).toBe(true)
    // The quotation runs to the left; the Latin name in it to the right.
    expect(isRising(await at('.evidence-lines bdi[dir=rtl]', 'التقرير', 'إن', 'Mara', 'Lee', 'قالت'))).toBe(true)
    // Names in other scripts stand behind the main one, each with its language.
    const names = await page
      .locator('.actors bdi')
      .evaluateAll((all) => all.map((name) => [name.lang, name.textContent]))
    expect(names).toEqual(
      expect.arrayContaining([
        ['ar', 'مريم لي'],
        ['', 'Mara Lee'],
        ['zh', '李玛拉'],
        ['zh', '三峡'],
      ]),
    )
    if (process.env['PICTURES'] !== undefined)
      await page.screenshot({ path: `${process.env['PICTURES']}/two-scripts.png`, fullPage: true })
  })
})
