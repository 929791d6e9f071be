import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_INPUT_BYTES } from './limits.ts'
import { type ArticleOutcome, readArticle } from './read-article.ts'

const NO_HINTS = { contentType: null, url: null }

function read(input: string | Uint8Array, hints = NO_HINTS): Promise<ArticleOutcome> {
  return readArticle(typeof input === 'string' ? new TextEncoder().encode(input) : input, hints)
}

/** The text of the article in `input`, or its fault's sentence in brackets. */
async function textIn(input: string | Uint8Array): Promise<string> {
  const outcome = await read(input)
  return outcome.ok ? outcome.article.text : `[${outcome.fault.sentence}]`
}

const P1 = 'The minister said on Tuesday that the visit to the northern camps would take place before the end of May.'
const P2 = '“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking” — at last.'
const P3 = 'The inspectors of the Harbour Commission had asked for the visit in three letters since the autumn of 2021.'
const BODY = `<p>${P1}</p><p>${P2}</p><p>${P3}</p>`

/** A page as content systems make them, around `body`. */
function page(body: string, head = ''): string {
  return `<!doctype html><html lang="en"><head><title>Visit before May | Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">${head}</head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<main><article><h1>Visit before May</h1>${body}</article></main><footer>© 2022 Harbour Post. All rights reserved.</footer></body></html>`
}

const LEFT_OUT: readonly [what: string, markup: string][] = [
  [
    'a caption',
    '<figure><img src="a.jpg"><figcaption>The northern gate, seen from the road on Monday morning. Photo: Ana Reyes</figcaption></figure>',
  ],
  ['a share bar', '<div class="share-bar"><a href="#">Facebook</a> <a href="#">Email</a></div>'],
  [
    'a sign-up box',
    '<div class="newsletter"><h3>The Morning Post</h3><p>Sign up to receive the most important stories of the day, every weekday.</p></div>',
  ],
  [
    'a sign-up box without a name',
    '<div><p>Sign up to receive our newsletter.</p><p>By submitting this form, you agree to our terms and our privacy policy.</p></div>',
  ],
  [
    'a cookie notice',
    '<div id="cookie-banner"><p>We use cookies to give you the best experience on our website, and to measure it.</p></div>',
  ],
  [
    'related links',
    '<div class="related"><h3>Related stories</h3><ul><li><a href="/a">Gate opened in the south of the country</a></li></ul></div>',
  ],
  [
    'a line that leads away',
    '<p><strong>Read more:</strong> <a href="/a">Gate opened in the south of the country</a></p>',
  ],
  [
    'comments',
    '<section id="comments"><h2>2 comments</h2><p>I have always said that these gates should be opened, and so has everybody I know.</p></section>',
  ],
  [
    'a script',
    '<script>document.write("<p>This sentence was written by a script and is long enough to look like prose.</p>")</script>',
  ],
  ['a style', '<style>p { color: red }</style>'],
  [
    'a caption that only its credit tells',
    '<table><tr><td>The northern gate, seen from the road on Monday. Photograph: Harbour Post archive</td></tr></table>',
  ],
  ['an advertisement', '<div class="ad-slot">Advertisement</div>'],
  [
    'an author’s portrait',
    '<div class="author-bio"><p>Ana Reyes has covered the northern provinces for the Harbour Post since 2009.</p></div>',
  ],
  ['a tag list', '<ul class="tags"><li><a href="/t/visit">visit</a></li><li><a href="/t/camps">camps</a></li></ul>'],
  [
    'something hidden',
    '<div style="display:none"><p>This paragraph is only shown to people who have paid for it, or never at all.</p></div>',
  ],
]

test.each(LEFT_OUT)('%s is left out', async (_, markup) => {
  expect(await textIn(page(`<p>${P1}</p>${markup}<p>${P2}</p><p>${P3}</p>`))).toBe(`${P1}\n\n${P2}\n\n${P3}`)
  expect(await textIn(page(`${BODY}${markup}`))).toBe(`${P1}\n\n${P2}\n\n${P3}`)
})

const KEPT: readonly [what: string, markup: string, text: string][] = [
  ['a subhead', '<h2>Three letters</h2>', 'Three letters'],
  [
    'a list',
    '<ul><li>unsupervised interviews;</li><li>access to every building.</li></ul>',
    'unsupervised interviews;\n\naccess to every building.',
  ],
  [
    'a block quote',
    '<blockquote><p>Nobody who speaks to us must be punished for it.</p></blockquote>',
    'Nobody who speaks to us must be punished for it.',
  ],
  [
    'a line break',
    '<p>Signed by<br>Ana Reyes, Harbour Watch<br>Ben Osei, North Road Union</p>',
    'Signed by\nAna Reyes, Harbour Watch\nBen Osei, North Road Union',
  ],
  [
    'paragraphs by line breaks',
    `<div>${P1.replace('Tuesday', 'Monday')}<br><br>${P3.replace('three', 'four')}</div>`,
    `${P1.replace('Tuesday', 'Monday')}\n\n${P3.replace('three', 'four')}`,
  ],
  [
    'marks and dashes',
    '<p>‘No,’ he said – «jamais» — “never”… „nie“ "never".</p>',
    '‘No,’ he said – «jamais» — “never”… „nie“ "never".',
  ],
  [
    'entities',
    '<p>Ministers &amp; inspectors said &ldquo;caf&eacute;&rdquo; &#8212; &#x27;yes&#x27; &lt;twice&gt;.</p>',
    "Ministers & inspectors said “café” — 'yes' <twice>.",
  ],
]

test.each(KEPT)('%s is kept in its place', async (_, markup, text) => {
  expect(await textIn(page(`<p>${P1}</p>${markup}<p>${P2}</p><p>${P3}</p>`))).toBe(`${P1}\n\n${text}\n\n${P2}\n\n${P3}`)
})

test('a page gives its article and what its head says', async () => {
  const head = `<link rel="canonical" href="https://harbourpost.example/2022/visit?page=1">
<meta name="author" content="By Ana Reyes"><meta property="article:published_time" content="2022-03-08T23:30:00-05:00">`
  expect(await read(page(BODY, head))).toEqual({
    ok: true,
    article: {
      headline: 'Visit before May',
      byline: 'Ana Reyes',
      outlet: 'Harbour Post',
      published: '2022-03-08',
      language: 'en',
      timeCodes: [],
      url: 'https://harbourpost.example/2022/visit?page=1',
      text: `${P1}\n\n${P2}\n\n${P3}`,
    },
  })
})

test.each([
  'By Ana Reyes, Tuesday, 8 March 2022',
  'Par Ana Reyes, publié le 8 mars 2022',
  'From our news services, 8 March 2022',
  'Visit before May<br>By Ana Reyes, the staff of the harbour desk and all the others, 8 March 2022',
])('above the text, "%s" is none of it', async (line) => {
  expect(await textIn(page(`<div>${line}</div>${BODY}`))).toBe(`${P1}\n\n${P2}\n\n${P3}`)
})

test.each([
  [
    'links to the front page',
    'https://harbourpost.example/',
    '<h1><a href="/">Northern Desk News</a></h1>',
    'Northern Desk News',
  ],
  [
    'stands in such a link',
    null,
    '<a href="https://post.example/"><h1>Northern Desk News</h1></a>',
    'Northern Desk News',
  ],
  ['is the name of the outlet', null, '<h1>The Harbour Post</h1>', 'Harbour Post'],
])('a first-level heading that %s is not the headline', async (_, canonical, heading, name) => {
  const head = `<title>Visit before May | ${name}</title>${canonical === null ? '' : `<link rel="canonical" href="${canonical}a">`}
${name === 'Harbour Post' ? '<meta property="og:site_name" content="Harbour Post">' : ''}`
  const html = `<html><head>${head}</head><body>${heading}<article><h2>Visit before May</h2>${BODY}</article></body></html>`
  const outcome = await read(html)
  expect(outcome).toMatchObject({ article: { headline: expect.stringMatching(/^Visit before May/) } })
})

test('a heading that links to its own article is the headline', async () => {
  const html = page(BODY).replace('<h1>Visit before May</h1>', '<h1><a href="#">Visit before May</a></h1>')
  expect(await read(html)).toMatchObject({ article: { headline: 'Visit before May' } })
})

const LONG = 'A bridge '.repeat(2000).trim()

test.each([
  ['the title', `<title>${LONG}</title>`, '', null],
  ['the sharing title', `<meta property="og:title" content="${LONG}"><title>A bridge</title>`, '', 'A bridge'],
  ['JSON-LD', `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${LONG}"}</script>`, '', null],
  ['the only heading', '', `<h1>${LONG}</h1>`, null],
])('a headline longer than any in %s is none', async (_, head, heading, headline) => {
  const outcome = await read(`<html><head>${head}</head><body><article>${heading}${BODY}</article></body></html>`)
  expect(outcome).toMatchObject({ article: { headline } })
})

/** A page without classes, metadata or headings, as they were made in the nineties. */
function oldPage(title: string, masthead: string): string {
  return `<html><head><title>${title}</title></head><body><table><tr><td colspan=2>${masthead}</td></tr><tr><td><a href="a.html">Home</a></td>
<td><font size=5><b>Visit before May</b></font><br>By Ana Reyes${BODY}</td></tr></table></body></html>`
}

test.each([
  ['behind the headline', 'Visit before May - The Harbour Post', 'The Harbour Post'],
  ['before the headline', 'The Harbour Post: Visit before May', 'The Harbour Post'],
  ['not printed on the page', 'Visit before May - Northern News', null],
  ['that is a label', 'Visit before May - Home', null],
])('a title with a name %s', async (_, title, outlet) => {
  const outcome = await read(oldPage(title, 'The Harbour Post'))
  expect(outcome).toMatchObject({ article: { outlet, text: `${P1}\n\n${P2}\n\n${P3}` } })
  if (outlet !== null) expect(outcome).toMatchObject({ article: { headline: 'Visit before May' } })
})

test.each([
  ['Visit: «Open», «Shut»', 'https://www.harbour.example/', 'Visit: «Open», «Shut»', 'harbour.example'],
  ['Visit before May » The Harbour Post', 'The Harbour Post', 'Visit before May', 'The Harbour Post'],
])('the title "%s" of %s', async (title, site, headline, outlet) => {
  const head = `<title>${title}</title><meta property="og:site_name" content="${site}">`
  const outcome = await read(`<html><head>${head}</head><body><article>${BODY}</article></body></html>`)
  expect(outcome).toMatchObject({ article: { headline, outlet } })
})

test.each([
  '<span itemprop="publisher"><meta itemprop="name" content="The Harbour Post"></span>',
  '<span itemprop="publisher" hidden><b itemprop="name">The Harbour Post</b>, Pier 4</span>',
])('the outlet in microdata: %s', async (markup) => {
  const outcome = await read(page(markup + BODY).replace(/<meta property="og:site_name"[^>]*>/, ''))
  expect(outcome).toMatchObject({ article: { outlet: 'The Harbour Post' } })
})

test('a piece of markup is read, too', async () => {
  expect(await textIn(`<p>${P1}</p>\n<p>${P2}</p>`)).toBe(`${P1}\n\n${P2}`)
  expect(await textIn(`<p>“It is over,” Ms Lee said.</p>`)).toBe('“It is over,” Ms Lee said.')
})

test('a page that breaks off gives what is there', async () => {
  const whole = page(BODY)
  expect(await textIn(whole.slice(0, whole.indexOf(P3) + 50))).toBe(`${P1}\n\n${P2}\n\n${P3.slice(0, 50)}`)
})

const bytes = (hex: string, ...more: readonly number[]) => Uint8Array.from([...Buffer.from(hex, 'hex'), ...more])

const FAULTS: readonly [what: string, input: string | Uint8Array, code: string, sentence: RegExp][] = [
  ['an empty file', '', 'empty', /is empty/],
  ['white space', ' \n\t\u00a0\ufeff', 'empty', /white space/],
  ['a PNG image', bytes('89504e470d0a1a0a', 0, 0, 0, 13), 'binary', /this is a PNG image, not text/],
  ['a gzip archive', bytes('1f8b0800'), 'binary', /a gzip archive/],
  ['an MP4 film', bytes('00000018667479706d703432'), 'binary', /an MP4 film/],
  [
    'a Word document',
    bytes('504b0304', ...new TextEncoder().encode('....word/document.xml')),
    'binary',
    /a Word document/,
  ],
  ['a program', bytes('7f454c460201'), 'binary', /a program/],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n', 'unreadable', /this PDF is broken or breaks off/],
  ['a NUL byte', 'The minister said\0 on Tuesday', 'nul', /NUL bytes/],
  ['a feed', '<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', 'unsupported', /a feed/],
  ['an archive of the web', 'WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n', 'unsupported', /an archive of the web/],
  ['JSON', '{"headline": "Visit before May"}', 'unsupported', /JSON/],
  ['too many bytes', new Uint8Array(MAX_INPUT_BYTES + 1).fill(97), 'too-large', /larger than 32 MB/],
  ['100,000 levels', `<html><body>${'<div>'.repeat(100_000)}text`, 'too-deep', /nested more than/],
  [
    'a page of links',
    page('').replace('<h1>', '<p><a href="/1">A story about gates</a></p><h1>'),
    'no-article',
    /no article on this page/,
  ],
  ['a page cut in its head', '<!doctype html><html><head><title>Visit before', 'no-article', /breaks off/],
  ['labels', 'Share\n\nSubscribe now\n\nAdvertisement', 'no-article', /only labels/],
]

test.each(FAULTS)('%s gets a sentence', async (_, input, code, sentence) => {
  const outcome = await read(input)
  expect(outcome.ok ? outcome.article.text : outcome.fault).toMatchObject({
    code,
    sentence: expect.stringMatching(sentence),
  })
})

test('whatever the bytes, the outcome is an article with clean text or a sentence', async () => {
  const scraps = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="share">',
    '<br>',
    '“',
    '&amp;',
    '\ud800',
    '\0',
    '\r\n',
    P1,
    P2,
    '<script>',
    '<!--',
    '<![CDATA[',
  )
  const inputs = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(scraps, { maxLength: 30 }).map((parts) => new TextEncoder().encode(parts.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const outcome = await readArticle(input, NO_HINTS)
      if (!outcome.ok) return outcome.fault.sentence.length > 10
      const { text, ...metadata } = outcome.article
      expect(text).not.toMatch(/\0|\n{3}|^\s|\s$/)
      expect(text.isWellFormed() && text.length > 0).toBe(true)
      expect(Object.values(metadata)).not.toContain('')
      return true
    }),
  )
})
