import { html } from 'hono/html'
import { rolesOn } from '../record/actors/roles-on.ts'
import type { PublicStatement } from '../record/public-record.ts'
import { parseEdtf } from '../text/edtf-time.ts'
import type { Span } from '../text/span.ts'
import { dateHtml, languageAttributes } from '../view/article-line.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import type { Messages } from '../view/messages/messages.ts'
import { beginningOf } from '../view/plain-line.ts'
import { saidOn, wordsAt } from '../view/statement-facts.ts'
import { wordsHtml } from '../view/words-html.ts'
import { speakerLink } from './speaker-link.ts'

/** One line of what is known: what it is called, and what it says. */
export type Fact = readonly [term: string, says: Html | string]

/** Parts stand in full in their paragraph; beside it their beginning is enough. In UTF-16 code units. */
const SHOWN_OF_PART = 120

/** What only a program has read says so. */
function machineRead(says: Html | string, messages: Messages): Html {
  return html`${says} <span class="machine">${messages.readByMachine}</span>`
}

/** The role in which somebody spoke: as the record has it for that day, else as the outlet puts it. */
function roleHtml(shown: PublicStatement, messages: Messages): Html | '' {
  const says = messages.publicStatement
  const day = parseEdtf(saidOn(shown) ?? shown.article.published ?? '')
  const [held] = rolesOn(shown.speaker?.roles ?? [], day.ok ? day.time : null)
  if (held !== undefined) {
    const undated = held.role.when === null ? says.roleUndated : says.roleMaybe
    return html` <br>${filled(held.isSure ? says.roleThen : undated, { role: wordsHtml(held.role.title) })}`
  }
  const role = shown.statement.speaker?.role ?? null
  return role === null ? '' : html` <br>${machineRead(filled(says.roleAsPrinted, { role: wordsHtml(role) }), messages)}`
}

function whenHtml(shown: PublicStatement, messages: Messages): Html | string {
  const date = saidOn(shown)
  if (date === null) return messages.notKnown
  const words = dateHtml(date, messages)
  return shown.decision.saidOn === null ? machineRead(words, messages) : words
}

/** The three parts in words, as the marks show them in the paragraph. */
function partRows(shown: PublicStatement, messages: Messages): readonly Fact[] {
  const says = messages.statement
  const attributes = languageAttributes(shown.article.language)
  const part = (spans: readonly Span[], kind: string, none: string) =>
    spans.length === 0
      ? none
      : html`<span class="${kind}"${attributes}>${beginningOf(wordsAt(spans, shown), SHOWN_OF_PART)}</span>`
  const { source, cue, content, kind } = shown.statement
  return [
    [says.source, part(source, 'source', says.noSource)],
    [says.cue, part(cue, 'cue', says.noCue)],
    [says.content, html`${part(content, 'content', '')}`],
    [says.kind, says.kindsInFull[kind]],
  ]
}

/** All that is known of a statement beside its words, each with whether a person has checked it. */
export function factRows(shown: PublicStatement, messages: Messages): readonly Fact[] {
  const says = messages.statement
  const { act, addressee, occasion, candidates, figures } = shown.statement
  const isUnnamed = shown.speaker === null && candidates.length > 0
  const rows: readonly (Fact | false)[] = [
    [messages.publicStatement.who, html`${speakerLink(shown, messages)}${roleHtml(shown, messages)}`],
    isUnnamed && [says.candidates, machineRead(candidates.map(({ name }) => name).join('; '), messages)],
    addressee !== null && [says.addressee, machineRead(wordsHtml(addressee.name), messages)],
    occasion !== null && [
      says.occasion,
      machineRead(html`${says.occasions[occasion.kind]}: “${wordsHtml(wordsAt([occasion.span], shown))}”`, messages),
    ],
    [messages.publicStatement.when, whenHtml(shown, messages)],
    act !== null && [says.act, machineRead(says.acts[act], messages)],
    ...figures.map((figure): Fact => [says.figures, machineRead(says.figure(figure), messages)]),
    ...partRows(shown, messages),
  ]
  return rows.filter((row) => row !== false)
}
