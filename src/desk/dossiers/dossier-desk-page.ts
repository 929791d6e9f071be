import { html } from 'hono/html'
import type { Thing } from '../../record/as-of/things.ts'
import type { Dossier } from '../../record/dossier/dossier.ts'
import type { PartNow } from '../../record/dossier-edit/dossier-edit.ts'
import type { DossierLine } from '../../record/dossiers.ts'
import type { Id } from '../../record/id.ts'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import { dateInWords, momentInWords } from '../../view/dates.ts'
import type { Html } from '../../view/html.ts'
import type { PageBody } from '../../view/layout.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { beginningOf } from '../../view/plain-line.ts'
import { calledBy } from './actor-lines.ts'
import { BELONGS, type PartType } from './part-forms.ts'

/** What the desk shows of a dossier that is kept. */
export type DossierDesk = {
  readonly dossier: Dossier
  readonly parts: ReadonlyMap<Id, PartNow>
  readonly isPublished: boolean
  readonly token: string
  readonly messages: Messages
}

/** The address of a dossier on the desk. */
export function deskPath(id: Id, ...rest: readonly string[]): string {
  return ['/desk/dossiers', ...[id, ...rest].map(encodeURIComponent)].join('/')
}

const button = (action: string, words: string, token: string) =>
  html`<form action="${action}" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><button type="submit">${words}</button></form>`

/** What tells a part from others of its kind, in a line. */
export function partLine(thing: Thing, { dossier, messages }: Pick<DossierDesk, 'dossier' | 'messages'>): string {
  const { commitments, terms, demands, figures } = messages.dossier
  const named = (id: Id | null) => dossier.actors.find((actor) => actor.id === id)
  const dated = (date: { readonly edtf: string }, words: string) => `${dateInWords(date.edtf, messages)}: ${words}`
  switch (thing.type) {
    case 'dossier':
      return thing.value.title
    case 'actor':
    case 'place':
      return calledBy(thing.value)
    case 'commitment': {
      const actor = named(thing.value.actorId)
      return `${actor === undefined ? messages.notKnown : calledBy(actor)}: ${thing.value.what}`
    }
    case 'event':
      return dated(thing.value.date, commitments.events[thing.value.kind])
    case 'step':
      return dated(thing.value.date, terms.states[thing.value.state])
    case 'reply':
      return dated(thing.value.date, demands.reply[thing.value.kind])
    case 'claim': {
      const { comparator, value, unit, date } = thing.value
      return dated(date, figures.amount(comparator, value, unit))
    }
    case 'term':
    case 'demand':
    case 'figure':
      return thing.value.what
    case 'quoted':
      return beginningOf(thing.value.words, 120)
  }
}

/** What belongs to a part, in the order in which the dossier has it. */
function below(of: Id, type: PartType, { parts }: DossierDesk): readonly PartNow[] {
  return [...parts.values()].filter((part) => part.of === of && part.type === type && part.entry.kind === 'value')
}

function partHtml(part: PartNow, desk: DossierDesk): Html | '' {
  const { dossier, messages } = desk
  if (part.entry.kind !== 'value') return ''
  const says = messages.dossierDesk
  const line = partLine(part.entry.value, desk)
  const kinds = BELONGS[part.type]
  const children = kinds.flatMap((kind) => below(part.thingId, kind, desk))
  return html`<li id="part-${part.thingId}"><bdi>${line}</bdi> <span class="deeds"><a href="${deskPath(dossier.id, 'parts', part.thingId)}" aria-label="${says.changeTitle(line)}">${says.change}</a> <a href="${deskPath(dossier.id, 'parts', part.thingId, 'withdraw')}" aria-label="${says.withdraw.title(line)}">${says.withdraw.link}</a>${kinds.map(
    (kind) =>
      html` <a href="${deskPath(dossier.id, 'new', kind)}?of=${encodeURIComponent(part.thingId)}">${says.add(says.parts[kind])}</a>`,
  )}</span>${children.length > 0 && html`<ul>${children.map((child) => partHtml(child, desk))}</ul>`}</li>
`
}

const SECTIONS = [
  ['commitments', 'commitment'],
  ['demands', 'demand'],
  ['figures', 'figure'],
  ['quoted', 'quoted'],
  ['actors', 'actor'],
  ['places', 'place'],
] as const

function section([key, type]: (typeof SECTIONS)[number], desk: DossierDesk): Html {
  const { dossier, parts, messages } = desk
  const says = messages.dossierDesk
  const listed = dossier[key].flatMap(({ id }) => parts.get(id) ?? [])
  return html`<section aria-labelledby="${key}"><h2 id="${key}">${says.sections[key]}</h2>
${listed.length === 0 ? html`<p class="hint">${says.empty}</p>` : html`<ul class="parts">${listed.map((part) => partHtml(part, desk))}</ul>`}
<p><a href="${deskPath(dossier.id, 'new', type)}">${says.add(says.parts[type])}</a></p></section>
`
}

function goneHtml(desk: DossierDesk): Html | '' {
  const { parts, dossier, token, messages } = desk
  const says = messages.dossierDesk
  const gone = [...parts.values()].filter(({ entry }) => entry.kind !== 'value')
  if (gone.length === 0) return ''
  return html`<section aria-labelledby="gone-title"><h2 id="gone-title">${says.gone.title}</h2><ul class="parts">${gone.map(
    ({ thingId, type, recordedAt, entry }) =>
      html`<li id="part-${thingId}">${says.parts[type]}, ${momentInWords(recordedAt, messages)}: <bdi>${entry.kind === 'value' ? '' : entry.reason}</bdi>${
        entry.kind === 'withdrawn' &&
        button(deskPath(dossier.id, 'parts', thingId, 'restore'), says.gone.restore, token)
      }</li>`,
  )}</ul></section>
`
}

/** A dossier on the desk: all of its parts, each with what can be done to it. */
export function dossierDeskPage(desk: DossierDesk): PageBody {
  const { dossier, isPublished, token, messages } = desk
  const says = messages.dossierDesk
  return {
    title: dossier.title,
    section: 'dossiers',
    script: null,
    main: html`<div class="dossier-desk"><h1><bdi>${dossier.title}</bdi></h1>
${dossier.summary !== null && html`<p class="lead"><bdi>${dossier.summary}</bdi></p>`}
<p>${isPublished ? says.published : says.draft}</p>
<p class="deeds"><a href="${deskPath(dossier.id, 'parts', dossier.id)}">${says.changeTitle(says.parts.dossier)}</a> <a href="${deskPath(dossier.id, 'preview')}">${says.preview}</a>${
      isPublished && html` <a href="/dossiers/${encodeURIComponent(dossier.id)}">${says.publicPage}</a>`
    } <a href="${deskPath(dossier.id, 'parts', dossier.id, 'withdraw')}">${says.withdraw.title(says.parts.dossier)}</a></p>
${button(deskPath(dossier.id, isPublished ? 'unpublish' : 'publish'), isPublished ? says.unpublish : says.publish, token)}
${SECTIONS.map((one) => section(one, desk))}${goneHtml(desk)}</div>`,
  }
}

/** All dossiers, published or not, and the way to a new one. */
export function dossiersDeskPage(list: readonly DossierLine[], messages: Messages): PageBody {
  const says = messages.dossierDesk
  return {
    title: says.title,
    section: 'dossiers',
    script: null,
    main: html`<div class="dossier-desk"><h1>${says.title}</h1>
<p class="lead">${says.lead}</p>
<p><a href="/desk/dossiers/new">${says.make}</a></p>
${
  list.length === 0
    ? html`<p>${says.noneYet}</p>`
    : html`<ul class="parts">${list.map(
        ({ id, title, changedAt, isPublished }) =>
          html`<li><a href="${deskPath(id)}"><bdi>${title}</bdi></a> <span class="hint">${says.state[isPublished ? 'published' : 'draft']}, ${says.changed(momentInWords(changedAt, messages))}</span></li>`,
      )}</ul>`
}</div>`,
  }
}

/** What asks why a part is taken back. */
export function withdrawPage(
  {
    line,
    action,
    supersedes,
    reason,
    sentences,
  }: {
    readonly line: string
    readonly action: string
    readonly supersedes: string
    readonly reason: string
    readonly sentences: readonly string[]
  },
  { dossier, token, messages }: Pick<DossierDesk, 'dossier' | 'token' | 'messages'>,
): PageBody {
  const says = messages.dossierDesk
  return {
    title: says.withdraw.title(line),
    section: 'dossiers',
    script: null,
    main: html`<div class="dossier-desk"><h1><bdi>${says.withdraw.title(line)}</bdi></h1>
<p class="lead">${says.withdraw.lead}</p>
${sentences.length > 0 && html`<p class="failed" role="alert">${sentences.join(' ')}</p>`}
<form class="box" action="${action}" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><input type="hidden" name="supersedes" value="${supersedes}">
<div class="field"><label for="reason">${says.withdraw.reason}</label><input id="reason" type="text" name="reason" value="${reason}" maxlength="500" required></div>
<p class="deeds"><button type="submit">${says.withdraw.button}</button> <a href="${deskPath(dossier.id)}">${says.back}</a></p></form></div>`,
  }
}
