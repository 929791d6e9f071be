import { expect, test } from 'vitest'
import { plainArticle } from './plain-text.ts'

const TEXT = 'The mayor said on Monday that the bridge would close.\n\nIt rained.'

const HEADS: readonly [
  above: string,
  headline: string | null,
  byline: string | null,
  published: string | null,
  outlet: string | null,
][] = [
  ['', null, null, null, null],
  ['Bridge to close', 'Bridge to close', null, null, null],
  ['The bridge will close.', null, null, null, null],
  ['Bridge to close/By Ana Ruiz/8 March 2022', 'Bridge to close', 'Ana Ruiz', '2022-03-08', null],
  ['By Ana Ruiz/8 March 2022', null, 'Ana Ruiz', '2022-03-08', null],
  ['Skip to content/Menu/The Harbour Post/Bridge to close', 'Bridge to close', null, null, 'The Harbour Post'],
  ['Harbour Post/Bridge to close', 'Bridge to close', null, null, 'Harbour Post'],
  ['Harbour Post/Share this/Bridge to close', 'Bridge to close', null, null, 'Harbour Post'],
  ['Bridge to close/Harbour Post/8 March 2022', 'Bridge to close', null, '2022-03-08', 'Harbour Post'],
  ['Minister Visits Today', 'Minister Visits Today', null, null, null],
  ['Minister Visits Today/By Ana Ruiz', 'Minister Visits Today', 'Ana Ruiz', null, null],
  ['Bridge to close/Share this/By Ana Ruiz', 'Bridge to close', 'Ana Ruiz', null, null],
  ['Bridge to close/Facebook Twitter Email/By Ana Ruiz', 'Bridge to close', 'Ana Ruiz', null, null],
]

test.each(HEADS)('above the text of a copied page: %s', (above, headline, byline, published, outlet) => {
  const copied = `${above.replaceAll('/', '\n\n')}\n\n${TEXT}`
  const text = headline === null && byline === null && above !== '' ? `${above}\n\n${TEXT}` : TEXT
  expect(plainArticle(copied, { contentType: null, url: null })).toMatchObject({
    ok: true,
    article: { headline, byline, published, outlet, text },
  })
})

test('a text that is all of one line has no headline', () => {
  expect(plainArticle('Bridge to close', { contentType: null, url: null })).toMatchObject({
    article: { headline: null, text: 'Bridge to close' },
  })
})
