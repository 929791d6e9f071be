import { html } from 'hono/html'
import type { AssetName, Assets } from './assets.ts'
import type { Html } from './html.ts'
import type { Messages } from './messages/messages.ts'
import { plainLine } from './plain-line.ts'

/** What every page needs beside its own matter. */
export type Frame = {
  readonly messages: Messages
  readonly assets: Assets
  readonly navigation: Navigation
}

/** The parts of the desk and of the public's pages that a navigation leads to. */
export type Section = Exclude<keyof Messages['nav'], 'label'>

/** Where one can go from every page of the desk, or of the public's. */
export type Navigation = {
  /** Where the name of the paper leads to. */
  readonly home: string
  readonly sections: readonly (readonly [Section, href: string])[]
  /** What is said at the foot of every page. */
  readonly footer: string
  /** The form for being written to; null where the page is not the public's. */
  readonly signUp: Html | null
}

/** A page without its frame. */
export type PageBody = {
  readonly title: string
  readonly main: Html
  /** Marked as the current one in the navigation; null where the page belongs to none. */
  readonly section: Section | null
  /** The page's own script, null where it needs none. */
  readonly script: Extract<AssetName, `${string}.js`> | null
  /** What else stands in its head. */
  readonly head?: Html
}

/** Without script, a page that changes is loaded again so often. */
const RELOAD_SECONDS = 3

/** A whole page: head, navigation, the matter, footer. */
export function layout(
  { title, main, section, script, head }: PageBody,
  { messages, assets, navigation }: Frame,
): Html {
  return html`<!doctype html>
<html lang="${messages.language}">
<head>
<meta charset="utf-8">
<title>${messages.titleOf(plainLine(title))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="preload" href="${assets.href('serif-latin.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assets.href('style.css')}">
<link rel="icon" href="${assets.href('icon.svg')}" type="image/svg+xml">
${navigation.signUp && script !== 'sign-up.js' && html`<script type="module" src="${assets.href('sign-up.js')}"></script>`}
${script && html`<script type="module" src="${assets.href(script)}"></script>`}
${script === 'live.js' && html`<noscript><meta http-equiv="refresh" content="${RELOAD_SECONDS}"></noscript>`}
${head ?? ''}
</head>
<body>
<a class="skip" href="#main">${messages.skip}</a>
<header class="masthead">
<a class="wordmark" href="${navigation.home}">${messages.name}</a>
<nav aria-label="${messages.nav.label}">${navigation.sections.map(
    ([name, href]) =>
      html` <a href="${href}"${section === name ? html` aria-current="page"` : ''}>${messages.nav[name]}</a>`,
  )}</nav>
</header>
<main id="main" tabindex="-1">
${main}
</main>
<footer>${navigation.signUp}<p>${navigation.footer}</p></footer>
</body>
</html>
`
}
