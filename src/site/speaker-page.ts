import { html } from 'hono/html'
import type { Relation, Role } from '../record/actors/actor.ts'
import type { Id } from '../record/id.ts'
import type { CommitmentLine, PublicActor, SpeakerView } from '../record/public-record.ts'
import { mainName, nameHtml } from '../view/actor-names.ts'
import { dateInWords } from '../view/dates.ts'
import { dueHtml, isLate, scheduleWords } from '../view/dossier/schedule-words.ts'
import { filled } from '../view/filled.ts'
import type { Html } from '../view/html.ts'
import { languageName } from '../view/language.ts'
import type { PageBody } from '../view/layout.ts'
import type { Messages } from '../view/messages/messages.ts'
import { namesHtml } from '../view/names-html.ts'
import { pager } from '../view/pager.ts'
import { safeLink } from '../view/safe-link.ts'
import { wordsHtml } from '../view/words-html.ts'
import { sampleNote } from './sample-note.ts'
import { type LineNeeds, statementLine } from './statement-line.ts'

/** What the page of a speaker needs beside it. */
export type SpeakerPageOptions = LineNeeds & {
  readonly cursor: string | null
  /** Those whom its roles and relations lead to, as far as they are public. */
  readonly others: ReadonlyMap<Id, PublicActor>
  readonly moment: Html | ''
  readonly cite: Html
}

type Fact = readonly [term: string, says: readonly Html[]]

function namesFact({ names }: PublicActor, messages: Messages): Fact {
  const written = names.map(
    (name) =>
      html`${nameHtml(name)}${name.language !== null && html` (${languageName(name.language, messages.language)})`}`,
  )
  return [messages.publicSpeaker.names, written]
}

function otherHtml(id: Id, { others }: SpeakerPageOptions): Html | null {
  const other = others.get(id)
  return other === undefined ? null : html`<a href="/speakers/${encodeURIComponent(id)}">${namesHtml(other.names)}</a>`
}

function whenHtml({ when }: Pick<Role, 'when'>, messages: Messages): Html {
  return html`, ${when === null ? messages.publicSpeaker.noDates : dateInWords(when.edtf, messages)}`
}

function roleHtml(role: Role, options: SpeakerPageOptions): Html {
  const says = options.messages.publicSpeaker
  const title = wordsHtml(role.title)
  const of = role.of === null ? null : otherHtml(role.of, options)
  return html`${of === null ? title : filled(says.roleAt, { role: title, of })}${whenHtml(role, options.messages)}`
}

function relationHtml(relation: Relation, options: SpeakerPageOptions): readonly Html[] {
  const other = otherHtml(relation.to, options)
  if (other === null) return []
  const { relation: says } = options.messages.publicSpeaker
  return [html`${says[relation.kind]} ${other}${relation.when !== null && whenHtml(relation, options.messages)}`]
}

/** Where somebody else's list has it, as far as that has an address. */
function elsewhere({ identifiers }: PublicActor): readonly Html[] {
  return identifiers.map(({ scheme, value }) => {
    const link = safeLink(scheme === 'wikidata' ? `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` : value)
    return link === null
      ? html`${scheme} <bdi>${value}</bdi>`
      : html`<a href="${link.href}" rel="noopener noreferrer external">${link.host}</a>`
  })
}

function factsHtml(actor: PublicActor, options: SpeakerPageOptions): Html {
  const says = options.messages.publicSpeaker
  const facts: readonly Fact[] = [
    namesFact(actor, options.messages),
    [says.roles, actor.roles.map((role) => roleHtml(role, options))],
    [says.relations, actor.relations.flatMap((relation) => relationHtml(relation, options))],
    [says.elsewhere, elsewhere(actor)],
  ]
  return html`<dl class="facts one">${facts.map(
    ([term, lines]) =>
      lines.length > 0 &&
      html`<div><dt>${term}</dt> <dd>${lines.map((line) => html`<span class="line">${line}</span> `)}</dd></div>`,
  )}</dl>`
}

/** Kept, not kept, or still to come: as the calendar has it. */
function groupOf({ answers: { schedule } }: CommitmentLine): 'kept' | 'broken' | 'running' {
  if (isLate(schedule)) return 'broken'
  return schedule.state.startsWith('met') || (schedule.state === 'no date' && schedule.endedBy !== null)
    ? 'kept'
    : 'running'
}

function commitmentHtml({ commitment, dossier, answers }: CommitmentLine, messages: Messages): Html {
  const says = messages.publicSpeaker
  const { schedule } = answers
  const due = dueHtml(schedule.due, messages)
  const link = html`<a href="/dossiers/${encodeURIComponent(dossier.id)}#at-${commitment.id}">${wordsHtml(dossier.title)}</a>`
  return html`<li><p class="promise">${filled(says.to, { what: wordsHtml(commitment.what) })}</p>
<p${isLate(schedule) ? html` class="late"` : ''}>${scheduleWords(schedule, messages)}${due !== null && html`, <span class="due">${due}</span>`}</p>
<p class="hint">${filled(says.in, { dossier: link })}</p></li>
`
}

function commitmentsHtml(lines: readonly CommitmentLine[], messages: Messages): Html | '' {
  if (lines.length === 0) return ''
  const says = messages.publicSpeaker
  const groups = Map.groupBy(lines, groupOf)
  return html`<section aria-labelledby="commitments"><h2 id="commitments">${says.commitments}</h2>
${(['broken', 'running', 'kept'] as const).map((group) => {
  const own = groups.get(group) ?? []
  return (
    own.length > 0 &&
    html`<h3>${says.groups[group]}</h3>
<ul class="promises">${own.map((line) => commitmentHtml(line, messages))}</ul>`
  )
})}</section>
`
}

/** A speaker: names in every script, roles over time, commitments kept and broken, and statements. */
export function speakerPage({ actor, commitments, statements }: SpeakerView, options: SpeakerPageOptions): PageBody {
  const { cursor, moment, cite, messages } = options
  const says = messages.publicSpeaker
  const articles = statements.items.map(({ article }) => article)
  const { above, sampleOf } = sampleNote(articles, options.sampleOf, messages)
  const path = `/speakers/${encodeURIComponent(actor.id)}`
  return {
    title: mainName(actor.names)?.name ?? messages.notKnown,
    section: 'statements',
    script: null,
    main: html`<article class="speaker"><h1>${actor.names.length === 0 ? messages.notKnown : namesHtml(actor.names)}</h1>
${moment}${above}${actor.kind !== null && html`<p class="imprint">${says.kinds[actor.kind]}</p>`}
${factsHtml(actor, options)}
${commitmentsHtml(commitments, messages)}<section aria-labelledby="statements"><h2 id="statements">${says.statements}</h2>
<p class="total">${statements.total === 0 ? says.none : says.count(statements.total)}</p>
<ol class="statements">${statements.items.map((shown) => statementLine(shown, { sampleOf, messages }))}</ol>
${pager({ path, words: null, cursor, next: statements.next, messages })}</section>
${cite}</article>`,
  }
}
