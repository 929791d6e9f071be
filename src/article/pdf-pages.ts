import { getDocumentProxy } from 'unpdf'
import { type Fault, TOO_MUCH } from './fault.ts'
import { MAX_PAGE_TEXT } from './limits.ts'
import { isPdfBomb } from './pdf-bombs.ts'

/** A piece of text as it stands on a page. Lengths are points; `y` is that of the baseline and goes down the page. */
export type Fragment = {
  /** May be white space alone. */
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  /** Of the type. */
  readonly size: number
  /** Tells one font of the file from another. */
  readonly font: string
}

/** What is printed on one page, in the order in which it was put there. */
export type PdfPage = { readonly fragments: readonly Fragment[]; readonly height: number }

/** A PDF's pages, and the title that it gives itself. Its language is not asked for: browsers write their own there. */
export type PdfPages = {
  readonly pages: readonly PdfPage[]
  readonly title: string | null
}

export type PdfOutcome = { readonly ok: true; readonly pdf: PdfPages } | { readonly ok: false; readonly fault: Fault }

/** Longer than any report; each page costs some milliseconds. */
const MAX_PAGES = 3_000

/** Pieces of text of a file; a page of a newspaper has a few thousand. */
const MAX_FRAGMENTS = 1_000_000

/** Letters in forms that stand for other characters: ligatures, Arabic by its place in the word, radicals for Han. */
const PRESENTATION_FORMS = /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufdff\ufe70-\ufefe]/g

/** Radicals that fonts give for whole characters, and those: Unicode itself names no characters for these. */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'⺁厂⺅亻⺈刀⺉刂⺌小⺍小⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺝月⺟母⺠民⺡氵⺢水⺣灬⺤爪⺥爪⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罒⺲罒⺳网⺴网⺵网⺶羊⺷羊⺸羊⺹老⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃西⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
  ].flatMap((radical, at, all) => (at % 2 === 0 ? [[radical, all[at + 1] ?? radical]] : [])),
)

const BROKEN: Fault = {
  code: 'unreadable',
  sentence: 'this PDF is broken or breaks off; save it again, whole, and add that',
}
const ENCRYPTED: Fault = {
  code: 'unsupported',
  sentence: 'this PDF opens with a password only; save it without one, or copy its text into a file, and add that',
}

type Item = {
  readonly str: string
  readonly width: number
  readonly transform: readonly number[]
  readonly fontName: string
}

function fragmentOf({ str, width, transform, fontName }: Item, [left, , , top]: readonly number[]): Fragment | null {
  const [a = 0, b = 0, , d = 0, x = 0, y = 0] = transform
  const text = str.replaceAll('\0', '').replace(PRESENTATION_FORMS, (form) => RADICALS[form] ?? form.normalize('NFKC'))
  const size = Math.abs(d) || Math.hypot(a, b)
  // Text on its side is a margin's or a watermark's.
  if (text === '' || size === 0 || Math.abs(b) > Math.abs(a)) return null
  const start = x - (left ?? 0)
  return { text, left: start, right: start + width, y: (top ?? 0) - y, size, font: fontName }
}

type PdfFile = Awaited<ReturnType<typeof getDocumentProxy>>

async function readPage(file: PdfFile, number: number): Promise<PdfPage> {
  const page = await file.getPage(number)
  const { items } = await page.getTextContent()
  const fragments = items.flatMap((item) => ('str' in item ? (fragmentOf(item as Item, page.view) ?? []) : []))
  page.cleanup()
  const [, bottom = 0, , top = 0] = page.view
  return { fragments, height: top - bottom }
}

async function readPages(file: PdfFile): Promise<PdfOutcome> {
  const pages: PdfPage[] = []
  let count = 0
  let length = 0
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await readPage(file, number)
    count += page.fragments.length
    length += page.fragments.reduce((sum, { text }) => sum + text.length, 0)
    if (count > MAX_FRAGMENTS || length > MAX_PAGE_TEXT) return { ok: false, fault: TOO_MUCH }
    pages.push(page)
  }
  const info = (await file.getMetadata()).info as Readonly<Record<string, unknown>>
  const title = info['Title']
  return { ok: true, pdf: { pages, title: typeof title === 'string' ? title : null } }
}

/** Opens a PDF and reads what is printed on its pages. One that cannot be opened is a sentence. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfOutcome> {
  if (isPdfBomb(bytes)) return { ok: false, fault: TOO_MUCH }
  try {
    // A copy: what opens it takes the bytes away from whoever holds them. 0: no words of its own on our output.
    const file = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, disableFontFace: true })
    try {
      return file.numPages > MAX_PAGES ? { ok: false, fault: TOO_MUCH } : await readPages(file)
    } finally {
      await file.loadingTask.destroy()
    }
  } catch (error) {
    const { name } = error as Error
    return { ok: false, fault: name === 'PasswordException' ? ENCRYPTED : BROKEN }
  }
}
