import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { coverageOf } from '../../test/marked-coverage.ts'
import type { Article } from '../article/article.ts'
import type { ArticleRecord } from '../record/records.ts'
import { en } from '../view/messages/en.ts'
import { articlePage, type Shown } from './article-page.ts'

const FIRST_PAGE: Shown = { page: null, statement: null }

/** An article as the store gives it; the text and its statements in the marks' notation. */
function recordOf(notation: string, changes: Partial<Article> = {}): ArticleRecord {
  const { article, reading, sha256 } = coverageOf(notation)
  return {
    ...article,
    language: 'en',
    ...changes,
    id: 'A',
    sha256,
    name: 'bridge.html',
    recordedAt: '2026-11-24T05:41:00.000Z',
    statements: reading.statements.length,
    textId: 'T',
    readingId: 'R',
    reader: reading.reader,
    readAt: '2026-11-24T05:42:00.000Z',
    names: [],
    captures: [],
    captureCount: 0,
    statementRecords: reading.statements.map((statement, index) => ({
      ...statement,
      id: `S${index + 1}`,
      articleId: 'A',
      speakerId: `P${index + 1}`,
      stillRead: true,
    })),
  }
}

function pageOf(notation: string, changes: Partial<Article> = {}) {
  return shownOf(recordOf(notation, changes), FIRST_PAGE)
}

function shownOf(article: ArticleRecord, shown: Shown) {
  return parseHTML(
    `<html><body>${articlePage(article, { shown, sample: null, versions: '', messages: en })?.main}</body></html>`,
  ).document
}

const LAYOUTS: readonly [name: string, notation: string][] = [
  ['a plain statement', '[S:Ms Lee] [C:said] [Q:“It is over.”]'],
  ['a content in two pieces', '[Q:“I will,”] [S:she] [C:said], [Q:“come.”]'],
  ['a quotation over paragraphs', '[S:She] [C:said]: [Q:“One.]\n\n[Q:“Two.”]\n\nThree.'],
  ['a statement in a statement', '[S1:He] [C1:said] [Q1:that [S2:the paper] [C2:reported] [Q2:a loss]].'],
  ['a cue in a source', '[S1:A man who [C2:said] [Q2:he knew]] [C1:told] [Q1:all].'],
  ['a quotation by its marks alone', 'It was [Q:“over”].'],
  ['one content of two', '[S1:He] [C1:said] and [S2:she] [C2:agreed] [Q1:[Q2:it was late]].'],
]

test.each(LAYOUTS)('%s: each part leads to its ledger line, and each line back', (_, notation) => {
  const document = pageOf(notation)
  for (const link of document.querySelectorAll('a[href^="#"]'))
    expect(document.getElementById(link.getAttribute('href').slice(1)), link.outerHTML).not.toBeNull()
  expect(document.querySelectorAll('a a')).toHaveLength(0)
  const lines = [...document.querySelectorAll('.ledger > li')]
  for (const line of lines) {
    const id = line.getAttribute('data-statement')
    expect(line.querySelector(`a[href="#t-${id}"]`)).not.toBeNull()
    // A part is a link itself, or its number is: beside it, or beside the part that holds it.
    for (const part of document.querySelectorAll(`.row > p [data-statement="${id}"]`))
      expect(
        part.tagName === 'A' || part.parentElement.querySelector(`a.number[href="#s-${id}"]`),
        part.outerHTML,
      ).toBeTruthy()
  }
  expect(new Set(lines.map((line) => line.getAttribute('data-statement'))).size).toBe(lines.length)
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a ledger line stands in the row of the paragraph with its first words, and says what each part is', () => {
  const rows = [...pageOf('It rained.\n\n[S:Ms Lee] [C:said]: [Q:“One.]\n\n[Q:“Two.”]').querySelectorAll('.row')]
  expect(rows.map((row) => row.querySelectorAll('.ledger > li').length)).toEqual([0, 1, 0])
  const line = rows[1].querySelector('.ledger dl')
  expect(line.textContent.replace(/\s+/g, ' ').trim()).toBe('Source Ms Lee Cue said Content “One. “Two.”')
  expect(rows[1].querySelector('.ledger').textContent).toContain('read by machine')
})

test.each<[name: string, content: string, shown: RegExp]>([
  [
    'words',
    `“${'One word after another. '.repeat(20)}And the end.”`,
    /^“One word after another.* (?:word|another\.|after|One) \[…\] .{1,50} And the end\.”$/,
  ],
  ['characters', `“${'新疆的报告'.repeat(60)}”`, /^“新疆.{60,80} \[…\] .{40,50}”$/],
  ['pairs of surrogates', '𠀀'.repeat(200), /^𠀀+ \[…\] 𠀀+$/u],
])('long %s are shortened in the ledger, and cut between %s', (_, content, shown) => {
  const said = pageOf(`[S:She] [C:said] [Q:${content}]`).querySelector('.ledger dl > div:nth-child(3) dd').textContent
  expect(said).toMatch(shown)
  expect(said.isWellFormed()).toBe(true)
})

test('the article and every run in another script carry their language and direction', () => {
  const arabic = pageOf('قال Reuters في 朔岚.', { language: 'ar', headline: 'خبر' })
  expect(arabic.querySelector('article').outerHTML).toMatch(/^<article[^>]* lang="ar" dir="rtl"/)
  expect(arabic.querySelector('h1').outerHTML).toBe('<h1 lang="ar" dir="rtl">خبر</h1>')
  const runs = [...arabic.querySelectorAll('.row p span')].map((run) => [
    run.lang,
    run.getAttribute('dir'),
    run.textContent,
  ])
  expect(runs).toEqual([
    ['und-Latn', 'ltr', 'Reuters'],
    ['und-Hani', 'ltr', '朔岚'],
  ])
})

test.each<[language: string | null, says: RegExp | null]>([
  ['en', null],
  ['en-GB', null],
  ['zh', /does not read Chinese yet: only direct quotations were read/],
  [null, /does not read the language of this article yet/],
])('an article in %s says whether only quotation marks were read', (language, says) => {
  const about = pageOf('新疆。', { language }).querySelector('.about').textContent
  if (says === null) expect(about).not.toMatch(/does not read/)
  else expect(about).toMatch(says)
})

test.each<[published: string | null, written: string]>([
  ['2022-05', 'Outlet not known, by Ana Ruiz, May 2022'],
  ['2022-03-08', 'Outlet not known, by Ana Ruiz, 8 March 2022'],
  [null, 'Outlet not known, by Ana Ruiz, date not known'],
])('published %s is written %s', (published, written) => {
  expect(pageOf('It rained.', { published, byline: 'Ana Ruiz' }).querySelector('.imprint').textContent).toBe(written)
})

test('copied text has no numbers in it that were not printed', () => {
  const document = pageOf('[S:Ms Lee] [C:said] [Q:“It is over.”]')
  for (const number of document.querySelectorAll('.row > p .number')) number.remove()
  expect(document.querySelector('.row > p').textContent).toBe('Ms Lee said “It is over.”')
})

const LONG = recordOf(
  Array.from({ length: 1200 }, (_, at) => `[S${at}:Ms Lee] [C${at}:said] [Q${at}:“It is over.”]`).join('\n\n'),
)

test('a very long article is shown in pages, and each statement on exactly one of them', () => {
  const lines = ['1', '2', '3'].flatMap((page) => {
    const document = shownOf(LONG, { page, statement: null })
    expect(document.querySelector('.pager p').textContent).toContain(`this is page ${page} of 3`)
    return [...document.querySelectorAll('.ledger > li')].map((line) => line.getAttribute('data-statement'))
  })
  expect(lines).toEqual(LONG.statementRecords.map(({ id }) => id))
})

test.each<[shown: Shown, page: string | null]>([
  [FIRST_PAGE, 'page 1 of 3'],
  [{ page: null, statement: 'S501' }, 'page 2 of 3'],
  [{ page: null, statement: 'none' }, 'page 1 of 3'],
  [{ page: '4', statement: null }, null],
  [{ page: '0', statement: null }, null],
  [{ page: '1e0', statement: null }, null],
])('asked for %j, a long article answers with %s', (shown, page) => {
  if (page === null) expect(articlePage(LONG, { shown, sample: null, versions: '', messages: en })).toBeNull()
  else expect(shownOf(LONG, shown).querySelector('.pager p').textContent).toContain(page)
})

test('the page says when and how each capture was made and links the original, never a script', () => {
  const at = '2022-03-08T09:30:00Z'
  const received = { via: 'archive', askedUrl: null, at, status: 200, address: null, recordId: null } as const
  const article = recordOf(LAYOUTS[0]?.[1] ?? '')
  const capture = { id: 'C', contentType: null, recordedAt: at, name: 'news.warc.gz', received }
  const urls = ['https://example.org/a?b=“c”', 'javascript:alert(1)']
  const captures = urls.map((url) => ({ ...capture, url }))
  const document = shownOf({ ...article, captures, captureCount: 7 }, FIRST_PAGE)
  const section = document.querySelector('.captures')
  expect(section?.textContent).toMatch(/8 March 2022, 09:30 UTC; answered with status 200; out of the archive news/)
  expect(section?.textContent).toContain('5 later captures')
  const links = [...(section?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))
  expect(links).toEqual(['https://example.org/a?b=%E2%80%9Cc%E2%80%9D'])
})

test('a file has no list of captures: the facts say all of it', () => {
  expect(pageOf(LAYOUTS[0]?.[1] ?? '').querySelector('.captures')).toBeNull()
})

test('a statement of a transcript says when it was said', () => {
  const said = (timeCodes: Article['timeCodes']) =>
    pageOf('[S:Ms Lee] [C:said] [Q:“It is over.”]', { timeCodes }).querySelector('.ledger summary')?.textContent
  expect(said([[0, 724_500]])).toBe('Direct at 12:04, read by machine')
  expect(said([])).toBe('Direct, read by machine')
})
