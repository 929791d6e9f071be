import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { en } from '../messages/en.ts'
import { type EditionView, paragraphsOf } from './edition-view.ts'
import { addressesIn } from './linked-words.ts'
import { type EditionLinks, mailHtml } from './mail-html.ts'
import { mailText } from './mail-text.ts'

const LINKS: EditionLinks = {
  web: 'https://record.example/newsletter/1',
  leave: 'https://record.example/leave/token',
  why: en.editions.why.weekly,
}

function viewOf(title: string, text = 'What moved, and why: https://other.example/a?b=c&d=e.'): EditionView {
  const url = 'https://record.example/statements/1'
  return {
    subject: title,
    language: 'en',
    paragraphs: paragraphsOf(text),
    groups: [
      {
        title,
        url: 'https://record.example/dossiers/dam',
        lines: [
          { how: 'new', title, note: 'on 8 March 2022', quote: { words: title, language: 'ar' }, way: title, url },
          { how: 'correction', title, note: null, quote: null, way: null, url },
        ],
      },
    ],
  }
}

/** Every address that a mail program would follow or fetch. */
function addressesOf(page: string): { readonly links: readonly string[]; readonly fetched: readonly string[] } {
  const { document } = parseHTML(page)
  const of = (selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '')
  return {
    links: of('a', 'href'),
    fetched: [
      ...of('[src]', 'src'),
      ...of('link', 'href'),
      ...of('[background]', 'background'),
      ...(page.match(/url\(|@import/gu) ?? []),
    ],
  }
}

test('nothing is fetched when it is opened, and every link leads where it says', async () => {
  const { links, fetched } = addressesOf(
    await mailHtml(viewOf('Mara Lee, to publish the report: announced'), LINKS, en),
  )
  expect(fetched).toEqual([])
  expect(links).toEqual([
    'https://other.example/a?b=c&d=e',
    'https://record.example/dossiers/dam',
    'https://record.example/statements/1',
    'https://record.example/statements/1',
    LINKS.web,
    LINKS.leave,
  ])
})

test('the plain part says all that the formatted one says', async () => {
  const view = viewOf('Mara Lee, to publish the report: announced')
  const [page, plain] = [await mailHtml(view, LINKS, en), mailText(view, LINKS, en)]
  const words = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
  const shown = parseHTML(page).document.body.textContent ?? ''
  expect(words(shown).filter((word) => !words(plain).includes(word))).toEqual([])
  for (const address of addressesOf(page).links) expect(plain).toContain(address)
})

test('words from right to left stand apart in both parts', async () => {
  const view = viewOf('سليم بن علي')
  expect(mailText(view, LINKS, en)).toContain('- \u2068سليم بن علي\u2069, on 8 March 2022')
  const { document } = parseHTML(await mailHtml(view, LINKS, en))
  expect(document.querySelector('blockquote')?.getAttribute('dir')).toBe('rtl')
  expect(document.querySelectorAll('li a bdi')).toHaveLength(2)
})

test('no words of a record or an editor become markup or a link that runs', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({
        unit: fc.constantFrom('<', '>', '"', "'", '&', 'javascript:', 'https://', 'a', ' ', '\n', '<img src=x>'),
      }),
      async (words) => {
        const page = await mailHtml(viewOf(words, words), LINKS, en)
        const { document } = parseHTML(page)
        expect(document.querySelectorAll('img, script, iframe, form')).toHaveLength(0)
        for (const address of addressesOf(page).links) expect(address).toMatch(/^https?:\/\//u)
      },
    ),
    { numRuns: 60 },
  )
})

test.each([
  ['', []],
  ['  \n\n ', []],
  ['one', ['one']],
  ['one\ntwo\r\n \r\nthree', ['one\ntwo', 'three']],
] as [string, string[]][])('%j has the paragraphs %j', (text, paragraphs) => {
  expect(paragraphsOf(text)).toEqual(paragraphs)
})

test.each([
  ['see https://a.example/x.', ['https://a.example/x']],
  ['(https://a.example/x?y=1), “http://b.example”', ['https://a.example/x?y=1', 'http://b.example']],
  ['ftp://a.example javascript:alert(1)', []],
])('the addresses in %j', (words, addresses) => {
  expect(addressesIn(words)).toEqual(addresses)
})
