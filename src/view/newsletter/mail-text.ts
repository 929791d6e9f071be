import type { Messages } from '../messages/messages.ts'
import type { EditionLine, EditionView } from './edition-view.ts'
import type { EditionLinks } from './mail-html.ts'

/** Words of a foreign direction turn nothing around them between these: first-strong isolate, and its end. */
const isolated = (words: string) => `\u2068${words}\u2069`

/** Letters whose words run from right to left. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** The same where it is needed; a program that shows the marks as boxes has none to show elsewhere. */
function apart(words: string): string {
  return RIGHT_TO_LEFT.test(words) ? isolated(words) : words
}

function lineText({ how, title, note, quote, way, url }: EditionLine, { editions: says }: Messages): string {
  const corrected = how === 'correction' ? `${says.corrected}: ` : ''
  return [
    `- ${corrected}${apart(title)}${note === null ? '' : `, ${apart(note)}`}`,
    ...(quote === null ? [] : [`  “${apart(quote.words)}”`]),
    ...(way === null ? [] : [`  (${apart(way)})`]),
    `  ${url}`,
  ].join('\n')
}

/** A heading as people underline one in plain text. */
function heading(words: string, mark: string): string {
  return `${apart(words)}\n${mark.repeat(Math.min([...words].length, 60))}`
}

/** An edition as the plain part of a mail: all that the formatted one says, in the same order. */
export function mailText(view: EditionView, links: EditionLinks, messages: Messages): string {
  const { editions: says } = messages
  return [
    messages.name,
    heading(view.subject, '='),
    ...view.paragraphs,
    ...view.groups.flatMap(({ title, url, lines }) => [
      heading(title, '-') + (url === null ? '' : `\n${url}`),
      ...lines.map((line) => lineText(line, messages)),
    ]),
    '--------',
    `${links.why} ${says.noTracking}`,
    `${says.web}:\n${links.web}`,
    `${says.leave}:\n${links.leave}`,
    '',
  ].join('\n\n')
}
