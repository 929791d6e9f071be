import { deflateSync, gzipSync } from 'node:zlib'
import { column, pdfOf, typedPdf } from './tiny-pdf.ts'

/** Bytes nobody would send in good faith, or that went wrong on the way. Made when asked for, as some are large. */
export type HostileInput = {
  /** A file's name. */
  readonly name: string
  readonly bytes: () => Uint8Array
}

const encode = (text: string) => new TextEncoder().encode(text)

const PROSE = [
  'The mill at Overcombe will not open before the spring, the owner of the mill said on Monday, because the wheel has to be cut again.',
  '“It turned for ninety years,” said the miller, Ansel Quillby, “and I will not be the one who hurries it along.”',
  'The parish council will meet again on Thursday evening, when a new wheel, a lighter one, and its price are to be discussed.',
]

/** A page with three paragraphs of an article in it. */
function page(options: {
  readonly head?: string
  readonly before?: string
  readonly after?: string
  readonly paragraphs?: readonly string[]
}): string {
  const { head = '', before = '', after = '', paragraphs = PROSE } = options
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n')
  return `<!doctype html><html lang="en"><head><title>The mill at Overcombe</title>${head}</head><body>${before}<article><h1>The mill at Overcombe</h1>${body}</article>${after}</body></html>`
}

function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts)
}

/** Bytes that look random and are the same on every run. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 12345
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    bytes[index] = state >>> 24
  }
  return bytes
}

function utf16(text: string): Uint8Array {
  return concat(new Uint8Array([0xff, 0xfe]), Buffer.from(text, 'utf16le'))
}

/** Cues of WebVTT that all show the same words at the same time. */
function captions(words: string, count: number): string {
  return `00:01.000 --> 00:02.000\n${words}\n\n`.repeat(count)
}

/** A mail with what is given behind its first fields. */
function mail(rest: string): string {
  return `From: Ansel Quillby <ansel@overcombe.example>\nTo: council@overcombe.example\nSubject: The mill at Overcombe\n${rest}`
}

/** Multiparts in one another. */
function nested(depth: number): string {
  return Array.from({ length: depth }, (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`).join(
    '',
  )
}

/** A page as browsers save it with its pictures. */
function savedPage(markup: string): string {
  return `From: <Saved by Blink>\nSnapshot-Content-Location: https://overcombe.example/mill\nSubject: The mill\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n${markup}\n--b\nContent-Type: text/html\nContent-Location: https://ads.example/\n\n<p>${UNSEEN}</p>\n--b--\n`
}

/** Every one of them is refused with a sentence. */
export const REFUSED: readonly HostileInput[] = [
  { name: 'empty.html', bytes: () => new Uint8Array() },
  { name: 'white-space.txt', bytes: () => encode(' \n\t\r\n \u00a0 '.repeat(1000)) },
  { name: 'byte-order-mark-alone.txt', bytes: () => new Uint8Array([0xef, 0xbb, 0xbf]) },
  {
    name: 'picture.png',
    bytes: () => concat(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), noise(4000)),
  },
  { name: 'archive.zip', bytes: () => concat(encode('PK\x03\x04\x14\x00\x00\x00\x08\x00'), noise(4000)) },
  { name: 'program', bytes: () => concat(encode('\x7fELF\x02\x01\x01\x00'), noise(4000)) },
  { name: 'report.pdf', bytes: () => concat(encode('%PDF-1.7\n%'), noise(4000), encode('\n%%EOF')) },
  { name: 'page.html.gz', bytes: () => gzipSync(page({})) },
  { name: 'noise.html', bytes: () => noise(100_000) },
  { name: 'nul.html', bytes: () => encode(page({ paragraphs: [...PROSE, 'The wheel\u0000 stands still.'] })) },
  { name: 'nul.txt', bytes: () => encode(`${PROSE.join('\n\n')}\u0000`) },
  {
    name: 'no-article.html',
    bytes: () =>
      encode('<!doctype html><html><body><nav><a href="/">Home</a> <a href="/a">About</a></nav></body></html>'),
  },
  { name: 'cut-in-the-head.html', bytes: () => encode(page({ head: '<meta name="x" content="y">' })).slice(0, 90) },
  { name: 'cut-in-a-script.html', bytes: () => encode('<html><head><script>var words = "') },
  {
    name: 'only-script.html',
    bytes: () => encode(`<html><body><script>document.write("${PROSE.join(' ')}")</script></body></html>`),
  },
  { name: '100000-levels.html', bytes: () => encode(`${'<div>'.repeat(100_000)}${PROSE[0]}`) },
  { name: '100000-levels-in-article.html', bytes: () => encode(page({ before: '<b><div>'.repeat(50_000) })) },
  { name: 'million-unclosed.html', bytes: () => encode(page({ after: '<i><p>'.repeat(500_000) })) },
  {
    name: '33-megabytes.txt',
    bytes: () => encode(`${PROSE[0]}\n\n`.repeat(Math.ceil((33 * 1024 * 1024) / ((PROSE[0]?.length ?? 1) + 2)))),
  },
  { name: 'head-alone.vtt', bytes: () => encode('WEBVTT\n\nNOTE nobody speaks\n') },
  { name: 'cut-in-a-time.vtt', bytes: () => encode('WEBVTT\n\n00:01.000 --> 00:0') },
  { name: 'million-silent-cues.srt', bytes: () => encode('1\n00:00:01,000 --> 00:00:02,000\n♪\n\n'.repeat(100_000)) },
  { name: 'captions-of-5-megabytes.vtt', bytes: () => encode(`WEBVTT\n\n${captions(PROSE[0] ?? '', 37_000)}`) },
  { name: 'scan.pdf', bytes: () => typedPdf([[], []]) },
  { name: 'cut.pdf', bytes: () => typedPdf([column(PROSE.join('\n'))]).slice(0, 200) },
  {
    name: 'bomb.pdf',
    bytes: () =>
      pdfOf([
        { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
        {
          dictionary: '<< /Filter /FlateDecode /Type /ObjStm /N 1 /First 4 >>',
          stream: deflateSync(Buffer.alloc(300 * 1024 * 1024)),
        },
      ]),
  },
  { name: 'head-alone.eml', bytes: () => encode(mail('')) },
  { name: '1000-deep.eml', bytes: () => encode(mail(nested(1000))) },
  { name: 'forwarded-1000-times.eml', bytes: () => encode(mail('Content-Type: message/rfc822\n\n').repeat(1000)) },
  {
    name: '100000-parts.eml',
    bytes: () => encode(mail(`Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}`)),
  },
  { name: 'head-of-5-megabytes.eml', bytes: () => encode(mail(`X-Long: ${'=?utf-8?Q?a?= '.repeat(400_000)}`)) },
  {
    name: 'encrypted.eml',
    bytes: () => encode(mail('Content-Type: multipart/encrypted; boundary=b\n\n--b\n\nx\n--b--')),
  },
  { name: 'cut-before-the-page.mhtml', bytes: () => encode(savedPage(page({})).slice(0, 250)) },
  { name: 'no-page.mhtml', bytes: () => encode(savedPage('')) },
  {
    name: 'record.json',
    bytes: () => encode(JSON.stringify({ headline: 'The mill at Overcombe', paragraphs: PROSE })),
  },
  {
    name: 'feed.rss',
    bytes: () =>
      encode(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Mills</title>${PROSE.map((text) => `<item><title>Mill</title><description>${text}</description></item>`).join('')}</channel></rss>`,
      ),
  },
]

/** A word that stands only where no reader of the page would see it. */
export const UNSEEN = 'zwackelhorn'

/** Every one of them gives the article, and nothing that its author hid beside it. */
export const READABLE: readonly HostileInput[] = [
  {
    name: 'scripts.html',
    bytes: () =>
      encode(
        page({
          head: `<script>${UNSEEN}()</script><style>.${UNSEEN}{}</style>`,
          before: `<script type="module">${UNSEEN}</script><noscript>${UNSEEN}</noscript><template>${UNSEEN}</template>`,
          after: `<svg><script>${UNSEEN}</script></svg><iframe srcdoc="${UNSEEN}"></iframe><textarea>${UNSEEN}</textarea>`,
        }),
      ),
  },
  {
    name: 'handlers.html',
    bytes: () =>
      encode(
        page({
          paragraphs: PROSE.map((text) =>
            `<span onclick="${UNSEEN}()" style="background:url(${UNSEEN})" data-x='${UNSEEN}'><a href="javascript:${UNSEEN}">${text}</a></span>`.replaceAll(
              /<\/?a[^>]*>/g,
              '',
            ),
          ),
        }),
      ),
  },
  {
    name: 'comments.html',
    bytes: () =>
      encode(
        page({
          before: `<!-- ${UNSEEN} --!><!--[if IE]>${UNSEEN}<![endif]--><?php echo "${UNSEEN}" ?><![CDATA[${UNSEEN}]]>`,
        }),
      ),
  },
  {
    name: 'script-in-metadata.html',
    bytes: () =>
      encode(
        page({
          head: `<script type="application/ld+json">{"@type":"NewsArticle","headline":{"__proto__":["${UNSEEN}"]},"datePublished":["${UNSEEN}"],"author":{"name":{"a":1}}}</script><script type="application/ld+json">{"@graph": [[[[</script>`,
        }),
      ),
  },
  {
    name: 'huge-attribute.html',
    bytes: () => encode(page({ before: `<div data-x="${UNSEEN.repeat(500_000)}"></div>` })),
  },
  {
    name: 'many-attributes.html',
    bytes: () =>
      encode(
        page({
          before: `<div ${Array.from({ length: 100_000 }, (_, index) => `a${index}=${UNSEEN}`).join(' ')}></div>`,
        }),
      ),
  },
  { name: 'utf-8-declared-latin.html', bytes: () => encode(page({ head: '<meta charset="windows-1252">' })) },
  { name: 'unknown-encoding.html', bytes: () => encode(page({ head: '<meta charset="x-made-up">' })) },
  {
    name: 'windows-1252-declared-utf-8.html',
    bytes: () =>
      Buffer.from(page({ head: '<meta charset="utf-8">' }).replaceAll('“', '\x93').replaceAll('”', '\x94'), 'latin1'),
  },
  {
    name: 'lone-surrogates.html',
    bytes: () =>
      utf16(
        page({
          paragraphs: [
            ...PROSE,
            'The wheel \ud800 has been weighed, and it weighs \udfff less than the old one did by half, the miller said.',
          ],
        }),
      ),
  },
  {
    name: 'overrides.html',
    bytes: () =>
      encode(
        page({
          paragraphs: [
            ...PROSE,
            'The council said “\u202eno\u202c, \u2066never\u2069” and went home again, as it had gone home on every Thursday since the wheel was stopped.',
          ],
        }),
      ),
  },
  {
    name: 'times-that-lie.vtt',
    bytes: () =>
      encode(
        `WEBVTT\n\n9999:59:59.999 --> 00:00.000\n<v ${'A'.repeat(100_000)}\n\n99:99 --> xx\n${UNSEEN}\n\n${PROSE.map((text) => `00:02.000 --> 00:01.000\n${text}`).join('\n\n')}`,
      ),
  },
  { name: 'frames.mhtml', bytes: () => encode(savedPage(page({ after: `<iframe src="cid:${UNSEEN}"></iframe>` }))) },
  {
    name: 'hidden-in-attachments.eml',
    bytes: () =>
      encode(
        mail(
          `Content-Type: multipart/mixed; boundary="b\n\n--b\n--b\nContent-Type: text/html\n\n${page({})}\n--b\nContent-Type: text/html\nContent-Disposition: attachment; filename="\u202e${UNSEEN}.html"\n\n<p>${UNSEEN}</p>\n--b`,
        ),
      ),
  },
  {
    name: 'rolling-100000-times.vtt',
    bytes: () => encode(`WEBVTT\n\n${captions(PROSE.join(' '), 10_000)}`),
  },
  { name: 'cut-in-the-text.html', bytes: () => encode(page({})).slice(0, -60) },
  {
    name: 'cut-in-a-character.html',
    bytes: () => {
      const bytes = encode(page({}))
      return bytes.slice(0, bytes.lastIndexOf(0xe2) + 1)
    },
  },
]
