import { expect, test } from 'vitest'
import { readLinkedData } from './json-ld.ts'

const ARTICLE = '"@type":"NewsArticle","headline":"Visit before May"'

const HEADLINES: readonly [what: string, scripts: readonly string[], headline: string | null][] = [
  ['an article', [`{${ARTICLE}}`], 'Visit before May'],
  ['in a list', [`[{"@type":"WebSite","name":"Harbour Post"},{${ARTICLE}}]`], 'Visit before May'],
  ['in a graph', [`{"@graph":[{"@type":"WebPage"},{${ARTICLE}}]}`], 'Visit before May'],
  ['nested in a page', [`{"@type":"WebPage","mainEntity":{${ARTICLE}}}`], 'Visit before May'],
  [
    'of several types',
    ['{"@type":["Thing","ReportageNewsArticle"],"headline":"Visit before May"}'],
    'Visit before May',
  ],
  ['behind a broken script', ['{"@type":', `{${ARTICLE}}`], 'Visit before May'],
  ['with a trailing comma', [`{${ARTICLE},}`], 'Visit before May'],
  ['with a line break in a string', ['{"@type":"Article","headline":"Visit\nbefore May"}'], 'Visit before May'],
  ['in a comment', [`<!-- {${ARTICLE}} -->`], 'Visit before May'],
  [
    'with the vocabulary before each key',
    ['{"@type":"schema:NewsArticle","schema:headline":"Visit before May"}'],
    'Visit before May',
  ],
  [
    'with an address for a type',
    ['{"@type":"https://schema.org/NewsArticle","headline":"Visit before May"}'],
    'Visit before May',
  ],
  ['with entities', ['{"@type":"Article","headline":"Visit &#8211; &quot;before&quot; May"}'], 'Visit – "before" May'],
  [
    'behind a list of others',
    [`[{"@type":"ItemList","itemListElement":[{"@type":"Article","headline":"Another"}]},{${ARTICLE}}]`],
    'Visit before May',
  ],
  [
    'behind reviews of goods',
    [`[{"@type":"Product","review":{"@type":"Review","name":"Fine"}},{${ARTICLE}}]`],
    'Visit before May',
  ],
  ['no article', ['{"@type":"Organization","name":"Harbour Post"}'], null],
  ['no object', ['null', '3', '"text"'], null],
]

test.each(HEADLINES)('%s', (_, scripts, headline) => {
  expect(readLinkedData(scripts).headline).toBe(headline)
})

test.each([
  ['its address', { titles: [], urls: ['https://www.post.example/a/?from=feed'] }],
  ['its title', { titles: ['Visit before May | Harbour Post'], urls: [] }],
])('of several articles the page’s own is told by %s', (_, page) => {
  const scripts = [
    '{"@type":"NewsArticle","headline":"Another","url":"https://post.example/b"}',
    `{${ARTICLE},"mainEntityOfPage":{"@id":"https://post.example/a"}}`,
  ]
  expect(readLinkedData(scripts).headline).toBe('Another')
  expect(readLinkedData(scripts, page).headline).toBe('Visit before May')
})

test('names are found as strings, in objects, in lists and by reference', () => {
  const script = `{"@graph":[{"@id":"#ana","@type":"Person","name":"Ana Reyes"},{${ARTICLE},
    "author":[{"@id":"#ana"},"Ben Osei",{"name":["Wen Li"]}],"publisher":{"name":"Harbour Post"},
    "datePublished":"2022-03-08","inLanguage":{"@type":"Language","alternateName":"en"}}]}`
  expect(readLinkedData([script])).toMatchObject({
    authors: ['Ana Reyes', 'Ben Osei', 'Wen Li'],
    outlet: 'Harbour Post',
    published: '2022-03-08',
    language: 'en',
  })
})

test('a graph as deep as a well ends', () => {
  expect(readLinkedData([`${'{"a":['.repeat(3000)}1${']}'.repeat(3000)}`]).headline).toBeNull()
})
