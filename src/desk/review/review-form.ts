import type { Act, StatementKind } from '../../reading/statement.ts'
import type { StatementWords } from '../../record/review/persons-values.ts'
import { wordsIn } from '../../record/review/persons-values.ts'
import type { ReviewChange, ReviewedStatement } from '../../record/review/reviews.ts'
import { parseEdtf } from '../../text/edtf-time.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { type EdgeMove, movedEdge } from './moved-edge.ts'

/** A typed field by its name. */
export type Field = (name: string) => string

/** What a form asks for, or the sentence that says why it cannot be had. */
export type FormChange = { readonly change: ReviewChange } | { readonly sentence: string }

const EDGE_MOVE = /^(source|cue|content) (start|end) (more|less)$/u

/** What the buttons of the form of words ask for; null for no such button. */
function edgeMove(deed: string): EdgeMove | null {
  const [, part, edge, by] = EDGE_MOVE.exec(deed) ?? []
  if (part === undefined || edge === undefined) return null
  return { part: part as EdgeMove['part'], edge: edge as EdgeMove['edge'], by: by === 'more' ? 1 : -1 }
}

/** What the form of values asks for. */
function valuesChange(field: Field, messages: Messages): FormChange {
  const typed = field('saidOn').trim()
  const day = typed === '' ? null : parseEdtf(typed)
  if (day?.ok === false) return { sentence: `${messages.review.badDay} ${day.sentence}` }
  const [act, kind, speaker, addressee] = ['act', 'kind', 'speaker', 'addressee'].map((name) => field(name).trim())
  const { acts, kinds } = messages.statement
  const change: ReviewChange = {
    saidOn: day === null ? null : { is: day.time },
    act: act === 'none' ? { is: null } : Object.hasOwn(acts, act ?? '') ? { is: act as Act } : null,
    kind: Object.hasOwn(kinds, kind ?? '') ? (kind as StatementKind) : null,
    addressee: addressee === '' || addressee === undefined ? null : { is: addressee },
    speaker: speaker === '' || speaker === undefined ? null : { name: speaker, language: null },
  }
  return { change: field('nobody') === 'yes' ? { ...change, speaker: { nobody: true } } : change }
}

/** What a form about one statement asks for; null for a button that there is not. */
export function changeAsked(
  field: Field,
  {
    text,
    reviewed,
    messages,
  }: { readonly text: string; readonly reviewed: ReviewedStatement; readonly messages: Messages },
): FormChange | null {
  const deed = field('deed')
  if (deed === 'accept') return { change: { verdict: 'accepted' } }
  if (deed === 'reject')
    return { change: { verdict: reviewed.state.verdict === 'accepted' ? 'withdrawn' : 'rejected' } }
  if (deed === 'save') return valuesChange(field, messages)
  if (deed === 'translate') {
    const content = field('translation').trim()
    return { change: { translation: { language: field('language').trim(), content: content === '' ? null : content } } }
  }
  const move = edgeMove(deed)
  return move && { change: { words: movedEdge(text, wordsIn(reviewed.standing), move) } }
}

/** The words of a statement that a person typed, where they stand in the text. */
export function typedWords(
  field: Field,
  text: string,
  { review: says, statement }: Messages,
): { readonly words: StatementWords } | { readonly sentence: string } {
  const words: { source: [number, number][]; cue: [number, number][]; content: [number, number][] } = {
    source: [],
    cue: [],
    content: [],
  }
  for (const part of ['content', 'source', 'cue'] as const) {
    const typed = field(part).trim()
    if (typed === '' && part !== 'content') continue
    const at = text.indexOf(typed)
    if (at === -1 || typed === '') return { sentence: says.notFound(statement[part]) }
    if (text.includes(typed, at + 1)) return { sentence: says.severalTimes(statement[part]) }
    words[part].push([at, at + typed.length])
  }
  return { words }
}
