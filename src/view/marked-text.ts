import { html } from 'hono/html'
import type { NameMention } from '../reading/statement.ts'
import type { StatementRecord } from '../record/records.ts'
import { overlaps, type Span } from '../text/span.ts'
import type { Html } from './html.ts'
import { type Mark, type Piece, piecesOf } from './mark-tree.ts'
import type { Messages } from './messages/messages.ts'
import { scriptRuns } from './script-runs.ts'

/** A text, the statements marked in it, and what is needed to write both out. */
export type MarkedText = {
  readonly text: string
  /** ISO 15924, what the text is written in; null where not known. */
  readonly script: string | null
  /** Names whose language is known: it is given to runs in another script. */
  readonly names: readonly NameMention[]
  readonly statements: readonly StatementRecord[]
  /** As `marksOf` gives them, of `statements` in `text`. */
  readonly marks: readonly Mark[]
  /** Whether each statement carries its number, which links to its line in the ledger. */
  readonly numbered: boolean
  readonly messages: Messages
}

/** The language of the name that a run in another script belongs to; null where the record knows none. */
function knownLanguage(names: readonly NameMention[], run: Span): string | null {
  const forms = names.flatMap((name) => [name, ...name.also])
  return (
    forms.find(({ language, script, span }) => language !== null && script !== 'Latn' && overlaps(span, run))
      ?.language ?? null
  )
}

/** Plain words, each run in another script with its language and direction. */
function wordsHtml({ text, script, names }: Pick<MarkedText, 'text' | 'script' | 'names'>, [start, end]: Span): Html[] {
  return scriptRuns(text.slice(start, end), script).map((run) => {
    if (run.language === null) return html`${run.text}`
    const from = start + run.start
    const tag = knownLanguage(names, [from, from + run.text.length]) ?? run.language
    return html`<span lang="${tag}" dir="${run.direction}">${run.text}</span>`
  })
}

/** The words of one stretch, without marks. */
export function plainWords(marked: Pick<MarkedText, 'text' | 'script' | 'names'>, span: Span): Html {
  return html`${wordsHtml(marked, span)}`
}

/** The number of a statement, which leads to its ledger line and is described by it: source, cue and content in words. */
function numberLink({ statements, messages }: MarkedText, index: number): Html {
  const number = index + 1
  const line = `s-${statements[index]?.id ?? ''}`
  return html`<a class="number" href="#${line}" aria-label="${messages.statement.numbered(number)}" aria-describedby="${line}">${number}</a>`
}

function markHtml(marked: MarkedText, piece: Extract<Piece, { kind: 'mark' }>): Html {
  const { mark, span, pieces, ends } = piece
  const id = marked.statements[mark.statement]?.id ?? ''
  const begins = marked.numbered && mark.first && span[0] === mark.span[0]
  const inner = piecesHtml(marked, pieces)
  const anchor = begins ? html` id="t-${id}"` : ''
  // A link cannot hold another: a source or cue with marks inside is linked by its number.
  if (marked.numbered && mark.part !== 'content' && pieces.every(({ kind }) => kind === 'words'))
    return html`<a class="${mark.part}" href="#s-${id}" tabindex="-1" data-statement="${id}"${anchor} aria-description="${marked.messages.statement.part[mark.part](mark.statement + 1)}">${inner}</a>`
  return html`<span class="${mark.part}" data-statement="${id}"${anchor}>${inner}</span>${marked.numbered && ends ? numberLink(marked, mark.statement) : ''}`
}

function piecesHtml(marked: MarkedText, pieces: readonly Piece[]): Html[] {
  return pieces.flatMap((piece) => (piece.kind === 'words' ? wordsHtml(marked, piece.span) : [markHtml(marked, piece)]))
}

/** Each paragraph with its marks: source and cue as links to the ledger, content as ground with its number. */
export function markedParagraphs(marked: MarkedText, paragraphs: readonly Span[]): readonly Html[] {
  return piecesOf(paragraphs, marked.marks).map((pieces) => html`${piecesHtml(marked, pieces)}`)
}
