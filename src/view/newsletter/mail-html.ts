import { html, raw } from 'hono/html'
import type { Html } from '../html.ts'
import { directionOf, scriptOf } from '../language.ts'
import type { Messages } from '../messages/messages.ts'
import type { EditionGroup, EditionLine, EditionView } from './edition-view.ts'
import { linkedWords } from './linked-words.ts'

/** Where the links below an edition lead: absolute. */
export type EditionLinks = {
  readonly web: string
  readonly leave: string
  /** The sentence that says why its reader gets it. */
  readonly why: string
}

const SERIF = "Georgia,'Times New Roman',serif"
const SANS = "system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"

/**
 * What programs that know nothing of schemes show stands at each element; those that do take these instead. The
 * class names are ours alone: some programs merge the styles of all mails that are open.
 */
const DARK = [
  'body,.onr-paper{background:#15140f!important}',
  '.onr-ink{color:#ece8dd!important}',
  '.onr-quiet{color:#b3aea1!important}',
  '.onr-link{color:#8ab4ff!important}',
  '.onr-late{color:#ff8a70!important}',
  '.onr-rule{border-color:#4a473e!important}',
].join('')

const STYLE = `<style>:root{color-scheme:light dark;supported-color-schemes:light dark}@media (prefers-color-scheme:dark){${DARK}}</style>`

/** Outlook for Windows knows no greatest width: there, a table holds the column. */
const OUTLOOK = [
  '<!--[if mso]><table role="presentation" align="center" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
  '<!--[if mso]></td></tr></table><![endif]-->',
] as const

const INK = 'color:#1b1a17'
const QUIET = 'color:#5d594f'
const LINK = 'color:#1d4fa3;text-decoration:underline'

function attributes(language: string | null): Html | '' {
  return language === null ? '' : html` lang="${language}" dir="${directionOf(scriptOf(language))}"`
}

function quoteHtml({ quote }: EditionLine): Html | false {
  return (
    quote !== null &&
    html`<blockquote class="onr-ink onr-rule"${attributes(quote.language)} style="margin:6px 0 0;padding-inline-start:12px;border-inline-start:3px solid #d8d2c3;${INK};font:17px/26px ${raw(SERIF)}">“${quote.words}”</blockquote>`
  )
}

function lineHtml(line: EditionLine, { editions: says }: Messages): Html {
  const { how, title, note, way, url } = line
  return html`<li style="margin:0 0 20px;padding:0">
<p class="onr-ink" style="margin:0;${INK};font:17px/26px ${raw(SERIF)}">${how === 'correction' && html`<strong class="onr-late" style="color:#a8321a">${says.corrected}:</strong> `}<a class="onr-link" href="${url}" style="${LINK}"><bdi>${title}</bdi></a>${note !== null && html`, <bdi>${note}</bdi>`}</p>
${quoteHtml(line)}
${way !== null && html`<p class="onr-quiet" style="margin:4px 0 0;${QUIET};font:14px/20px ${raw(SANS)}"><bdi>${way}</bdi></p>`}
</li>`
}

function groupHtml({ title, url, lines }: EditionGroup, messages: Messages): Html {
  const name = html`<bdi>${title}</bdi>`
  return html`<h2 class="onr-ink onr-rule" style="margin:32px 0 16px;padding:8px 0 0;border-top:1px solid #d8d2c3;${INK};font:bold 20px/28px ${raw(SERIF)}">${
    url === null ? name : html`<a class="onr-ink" href="${url}" style="${INK};text-decoration:none">${name}</a>`
  }</h2>
<ul style="margin:0;padding:0;list-style:none">
${lines.map((line) => lineHtml(line, messages))}</ul>
`
}

function introductionHtml({ paragraphs, language }: EditionView): Html {
  return html`<div${attributes(language)}>${paragraphs.map(
    (words) =>
      html`<p class="onr-ink" style="margin:0 0 16px;${INK};font:17px/26px ${raw(SERIF)};white-space:pre-line">${linkedWords(words, LINK)}</p>
`,
  )}</div>`
}

function footHtml({ web, leave, why }: EditionLinks, { editions: says }: Messages): Html {
  const style = `margin:0 0 8px;${QUIET};font:14px/20px ${SANS}`
  const link = (href: string, words: string) => html`<a class="onr-link" href="${href}" style="${LINK}">${words}</a>`
  return html`<div class="onr-rule" style="margin:40px 0 0;padding:16px 0 0;border-top:1px solid #d8d2c3">
<p class="onr-quiet" style="${raw(style)}">${why} ${says.noTracking}</p>
<p class="onr-quiet" style="${raw(style)}">${link(web, says.web)} · ${link(leave, says.leave)}</p>
</div>`
}

/**
 * An edition as the formatted part of a mail: nothing in it is fetched when it is opened, and every link leads where it
 * says.
 */
export async function mailHtml(view: EditionView, links: EditionLinks, messages: Messages): Promise<string> {
  const { language } = messages
  const page = html`<!doctype html>
<html lang="${language}" dir="${directionOf(scriptOf(language))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${view.subject}</title>
${raw(STYLE)}
</head>
<body class="onr-paper" style="margin:0;padding:0;background:#fdfbf5">
${raw(OUTLOOK[0])}
<div class="onr-paper" style="max-width:600px;margin:0 auto;padding:24px 16px;background:#fdfbf5;overflow-wrap:anywhere">
<p class="onr-quiet" style="margin:0 0 8px;${QUIET};font:14px/20px ${raw(SANS)}">${messages.name}</p>
<h1 class="onr-ink"${attributes(view.language)} style="margin:0 0 24px;${INK};font:bold 26px/34px ${raw(SERIF)}">${view.subject}</h1>
${introductionHtml(view)}
${view.groups.map((group) => groupHtml(group, messages))}
${footHtml(links, messages)}
</div>
${raw(OUTLOOK[1])}
</body>
</html>
`
  return String(await page)
}
