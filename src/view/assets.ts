import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FONTS = '@fontsource-variable/source-serif-4/files'

/** The style sheet in the order in which its rules build on one another: lengths go by steps of 8 pixels (0.5rem). */
const STYLE = [
  'type',
  'page',
  'forms',
  'lists',
  'article',
  'evidence',
  'dossier',
  'timeline',
  'public',
  'sign-up',
  'dossier-desk',
  'narrow',
  'paper',
].map((name) => `./style/${name}.css`)

/** What each static file is made of and what it is. The style sheet comes last: it names the fonts. */
const SOURCES = {
  'serif-latin.woff2': [[`${FONTS}/source-serif-4-latin-wght-normal.woff2`], 'font/woff2'],
  'serif-latin-ext.woff2': [[`${FONTS}/source-serif-4-latin-ext-wght-normal.woff2`], 'font/woff2'],
  'icon.svg': [['./icon.svg'], 'image/svg+xml'],
  'bookmarklet.js': [['./browser/bookmarklet.js'], 'text/javascript; charset=utf-8'],
  'add-box.js': [['./browser/add-box.js'], 'text/javascript; charset=utf-8'],
  'passkey.js': [['./browser/passkey.js'], 'text/javascript; charset=utf-8'],
  'review.js': [['./browser/review.js'], 'text/javascript; charset=utf-8'],
  'live.js': [['./browser/live.js'], 'text/javascript; charset=utf-8'],
  'sign-up.js': [['./browser/sign-up.js'], 'text/javascript; charset=utf-8'],
  'statements.js': [['./browser/statements.js'], 'text/javascript; charset=utf-8'],
  'style.css': [STYLE, 'text/css; charset=utf-8'],
} as const

/** A static file of the pages. */
export type AssetName = keyof typeof SOURCES

/** One static file as it is served. */
export type Asset = { readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }

/** The static files, each under an address that holds the hash of its bytes and so can be cached for ever. */
export type Assets = {
  /** The address of a file: `/static/style.0123456789ab.css`. */
  href(name: AssetName): string
  /** The file at an address, null where there is none. */
  at(path: string): Asset | null
}

/** Reads all static files once. Cost: about 150 kB held. */
export function loadAssets(): Assets {
  const hrefs = new Map<string, string>()
  const files = new Map<string, Asset>()
  for (const [name, [sources, contentType]] of Object.entries(SOURCES)) {
    const raw = Buffer.concat(sources.map((source) => readFileSync(fileURLToPath(import.meta.resolve(source)))))
    const bytes = name.endsWith('.css') ? Buffer.from(withHrefs(raw.toString('utf8'), hrefs)) : raw
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const path = `/static/${name.replace(/\.(?=[^.]+$)/, `.${hash}.`)}`
    hrefs.set(name, path)
    files.set(path, { bytes: new Uint8Array(bytes), contentType })
  }
  return { href: (name) => hrefs.get(name) ?? '', at: (path) => files.get(path) ?? null }
}

/** Puts the hashed addresses into a style sheet that names files as they stand here: `url("serif-latin.woff2")`. */
function withHrefs(css: string, hrefs: ReadonlyMap<string, string>): string {
  return css.replace(/url\(["']?([^"')]+)["']?\)/g, (_, name: string) => {
    const href = hrefs.get(name)
    if (href === undefined)
      throw new Error(`the style sheet names ${name}, which is no static file: add it to assets.ts`)
    return `url("${href}")`
  })
}
