import { html } from 'hono/html'
import type { StatementRecord } from '../record/records.ts'
import { type Span, wordsOf } from '../text/span.ts'
import { timeCodeInShort } from '../text/time-code.ts'
import { dateInWords } from './dates.ts'
import type { Html } from './html.ts'
import { stretchesOf } from './mark-tree.ts'
import { type MarkedText, plainWords } from './marked-text.ts'
import { statementTime } from './reading-json.ts'

/** One line of what is known about a statement: what it is called, and what it says. */
type Row = readonly [term: string, says: Html | string]

/** Longer words stand in full beside their ledger line already; there, their beginning and end tell them apart. */
const LONGEST_IN_FULL = 160
const SHOWN_OF_BEGINNING = 80
const SHOWN_OF_END = 50

/** A stretch in full, or its beginning and end where it is long, cut between words. */
function shortened(text: string, [start, end]: Span): readonly Span[] {
  if (end - start <= LONGEST_IN_FULL) return [[start, end]]
  const beginning = text
    .slice(start, start + SHOWN_OF_BEGINNING)
    .replace(/[^\s]*$/, '')
    .trimEnd()
  const ending = text
    .slice(end - SHOWN_OF_END, end)
    .replace(/^[^\s]*/, '')
    .trimStart()
  // Chinese parts no words: there, whole characters are counted off.
  const headEnd = start + (beginning.length || SHOWN_OF_BEGINNING)
  const tailStart = end - (ending.length || SHOWN_OF_END)
  const isHalf = (at: number) => /[\udc00-\udfff]/.test(text[at] ?? '')
  return [
    [start, isHalf(headEnd) ? headEnd - 1 : headEnd],
    [isHalf(tailStart) ? tailStart + 1 : tailStart, end],
  ]
}

/** The words of a part; pieces that stand apart in the text are parted by an ellipsis, what is left out by […]. */
function partWords(marked: MarkedText, spans: readonly Span[]): Html {
  return html`${stretchesOf(marked.text, spans).map((stretch, at) => {
    const shown = shortened(marked.text, stretch).map((span) => plainWords(marked, span))
    return html`${at > 0 ? ' … ' : ''}${shown[0]}${shown[1] && html` […] ${shown[1]}`}`
  })}`
}

/** Who speaks: linked where the record has a page for the speaker. */
function speakerHtml(marked: MarkedText, { speaker, speakerId, source }: StatementRecord): Html {
  if (speaker !== null && speakerId !== null)
    return html`<a href="/desk/speakers/${speakerId}"><bdi>${speaker.name}</bdi></a>`
  if (speaker !== null) return html`<bdi>${speaker.name}</bdi>`
  return source.length > 0 ? partWords(marked, source) : html`${marked.messages.statement.noSpeaker}`
}

/** The three parts in words. */
function partRows(marked: MarkedText, statement: StatementRecord): readonly Row[] {
  const says = marked.messages.statement
  return [
    [says.source, statement.source.length > 0 ? partWords(marked, statement.source) : says.noSource],
    [says.cue, statement.cue.length > 0 ? partWords(marked, statement.cue) : says.noCue],
    [says.content, partWords(marked, statement.content)],
  ]
}

/** What else the reader found; what it did not find has no line. */
function findingRows({ text, messages }: MarkedText, statement: StatementRecord): readonly Row[] {
  const says = messages.statement
  const { speaker, candidates, act, addressee, occasion, chain, saidOn, figures } = statement
  const rows: (Row | false)[] = [
    [says.kind, says.kindsInFull[statement.kind]],
    act !== null && [says.act, says.acts[act]],
    speaker !== null && [
      says.speaker,
      html`<bdi>${speaker.name}</bdi>${speaker.role && html`, <bdi>${speaker.role}</bdi>`}`,
    ],
    candidates.length > 0 && [
      says.candidates,
      html`${candidates.map(({ name }, at) => html`${at > 0 ? '; ' : ''}<bdi>${name}</bdi>`)}`,
    ],
    addressee !== null && [says.addressee, html`<bdi>${addressee.name}</bdi>`],
    occasion !== null && [
      says.occasion,
      html`${says.occasions[occasion.kind]}: <bdi>${wordsOf(text, occasion.span)}</bdi>`,
    ],
    chain.length > 0 && [
      says.chain,
      html`${chain.map(({ name }, at) => html`${at > 0 ? ' ← ' : ''}<bdi>${name}</bdi>`)}`,
    ],
    saidOn !== null && [says.saidOn, dateInWords(saidOn, messages)],
    ...figures.map((figure): Row => [says.figures, says.figure(figure)]),
    [says.confidence, says.percent(statement.confidence)],
  ]
  return rows.filter((row) => row !== false)
}

function rowHtml([term, says]: Row): Html {
  return html`<div><dt>${term}</dt> <dd>${says}</dd></div>
`
}

/** A statement's line in the ledger: number, speaker, kind; opened, it says in words what each part is. */
function entryHtml(marked: MarkedText, index: number): Html {
  const statement = marked.statements[index]
  if (statement === undefined) return html``
  const { messages } = marked
  const number = index + 1
  const time = statementTime(statement, marked.timeCodes)
  return html`<li data-statement="${statement.id}">
<p class="who"><a class="number" href="#t-${statement.id}" aria-label="${messages.statement.inText(number)}">${number}</a> ${speakerHtml(marked, statement)}</p>
<details name="ledger"><summary>${messages.statement.kinds[statement.kind]}${time !== null && ` ${messages.statement.at(timeCodeInShort(time))}`}, ${messages.readByMachine}</summary>
<div class="says"><dl id="s-${statement.id}">${partRows(marked, statement).map(rowHtml)}</dl>
<dl>${findingRows(marked, statement).map(rowHtml)}
${rowHtml([messages.evidence.row, html`<a href="/desk/statements/${statement.id}/evidence">${messages.evidence.link}</a>`])}
${rowHtml([messages.statement.address, html`<a href="#s-${statement.id}">#s-${statement.id}</a>`])}</dl></div></details>
</li>`
}

/**
 * The ledger beside one paragraph.
 *
 * @param indices places in `marked.statements` of the statements that begin in the paragraph, in order
 */
export function ledgerHtml(marked: MarkedText, indices: readonly number[]): Html | '' {
  const [first, last] = [indices[0], indices.at(-1)]
  if (first === undefined || last === undefined) return ''
  const { messages } = marked
  return html`<ol class="ledger" lang="${messages.language}" dir="ltr" aria-label="${messages.article.ledger(first + 1, last + 1)}">
${indices.map((index) => entryHtml(marked, index))}
</ol>`
}
