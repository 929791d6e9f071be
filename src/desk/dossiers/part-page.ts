import { html } from 'hono/html'
import type { PartNow } from '../../record/dossier-edit/dossier-edit.ts'
import type { DossierView } from '../../record/public-record.ts'
import { wordDifferences } from '../../text/word-differences.ts'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import { momentInWords } from '../../view/dates.ts'
import { dossierPage } from '../../view/dossier/dossier-page.ts'
import type { Html } from '../../view/html.ts'
import type { PageBody } from '../../view/layout.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { wordDifferencesHtml } from '../../view/word-differences.ts'
import { calledBy } from './actor-lines.ts'
import { type EvidenceBox, evidenceBox } from './evidence-box.ts'
import { fieldHtml, selectHtml } from './field-html.ts'
import type { Field, PartType } from './part-forms.ts'
import type { OpenName } from './signatories.ts'
import type { FieldFaults, Typed } from './typed.ts'

/** What somebody else wrote while the form was being filled in. */
export type Conflict = {
  readonly theirs: PartNow
  /** What stands now, as the form would have it; null where it was taken back. */
  readonly now: Typed | null
  /** What stood when the form was opened. */
  readonly was: Typed
}

/** A form of a part, with what came of it so far. */
export type PartPage = {
  readonly dossier: { readonly id: string; readonly title: string }
  readonly type: PartType
  readonly isNew: boolean
  /** Where it is sent. */
  readonly action: string
  readonly fields: readonly Field[]
  readonly typed: Typed
  /** What stood when the form was opened. */
  readonly was: Typed
  /** The row that is to be superseded; null for a new part. */
  readonly supersedes: string | null
  readonly faults: FieldFaults
  /** What is wrong with the whole. */
  readonly sentences: readonly string[]
  readonly conflict: Conflict | null
  readonly evidence: Pick<EvidenceBox, 'chosen' | 'found'> | null
  readonly open: readonly OpenName[]
  /** The names of actors that come with it. */
  readonly adds: readonly string[]
  /** As the public will see it; null where it was not asked for. */
  readonly preview: DossierView | null
  readonly isPublished: boolean
  readonly token: string
  readonly messages: Messages
}

function differencesHtml({ now, was }: Conflict, { fields, messages }: PartPage): Html {
  const says = messages.dossierDesk
  const changed = now === null ? [] : fields.filter(({ name }) => (was.get(name) ?? '') !== (now.get(name) ?? ''))
  if (now !== null && changed.length === 0) return html`<p>${says.conflict.none}</p>`
  return html`<dl class="differences">${changed.map(({ name, options }) => {
    const words = (typed: Typed) => {
      const value = typed.get(name) ?? ''
      return options?.find(([own]) => own === value)?.[1] ?? value
    }
    return html`<div><dt>${says.fields[name]}</dt> <dd>${wordDifferencesHtml(wordDifferences(words(was), now === null ? '' : words(now)))}</dd></div>`
  })}</dl>`
}

function conflictHtml(page: PartPage): Html | '' {
  const { conflict, messages } = page
  if (conflict === null) return ''
  const says = messages.dossierDesk.conflict
  const { by, recordedAt, entry } = conflict.theirs
  return html`<section class="conflict" role="alert" id="conflict" tabindex="-1"><h2>${says.title}</h2>
<p>${says.lead(messages.roles[by.role], momentInWords(recordedAt, messages))}</p>
${entry.kind === 'value' ? html`<p>${says.differences}</p>${differencesHtml(conflict, page)}` : html`<p>${says.withdrawn(entry.reason)}</p>`}
<p>${says.keep}</p></section>
`
}

function faultsHtml({ faults, sentences, fields, messages }: PartPage): Html | '' {
  if (faults.size === 0 && sentences.length === 0) return ''
  const says = messages.dossierDesk
  const labels = new Map<string, string>(fields.map(({ name }) => [name, says.fields[name]]))
  return html`<div class="failed" role="alert"><p>${says.faults}</p><ul>${[...faults].map(
    ([name, fault]) => html`<li><a href="#${name}">${labels.get(name) ?? says.evidence.title}</a> ${fault}.</li>`,
  )}${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></div>
`
}

function openNames({ open, typed, messages }: PartPage): Html | '' {
  if (open.length === 0) return ''
  const { who: says, kinds } = messages.dossierDesk
  return html`<fieldset role="group" id="who"><legend>${says.title}</legend><p class="hint">${says.lead}</p>
${open.map(({ name, field, mayBe, offered }, at) => {
  const options = [
    ['', says.choose] as const,
    ...mayBe.map(({ actor, reason }) => [actor.id, says.reason(calledBy(actor), reason)] as const),
    ...Object.entries(kinds).map(([kind, words]) => [`new ${kind}`, says.new(words)] as const),
    ['leave out', says.leaveOut] as const,
  ]
  const value = typed.get(field) || offered
  return html`<p><label for="who-${at}"><bdi>${name}</bdi></label>${selectHtml({ id: `who-${at}`, name: field, value }, options)}</p>
`
})}</fieldset>
`
}

/** A dossier that is being made has no page yet. */
function isMaking({ type, isNew }: PartPage): boolean {
  return isNew && type === 'dossier'
}

function backOf(page: PartPage): string {
  return isMaking(page) ? '/desk/dossiers' : `/desk/dossiers/${encodeURIComponent(page.dossier.id)}`
}

function formHtml(page: PartPage): Html {
  const { action, fields, typed, was, supersedes, faults, evidence, isPublished, preview, token, messages } = page
  const says = messages.dossierDesk
  const isReady = preview !== null || !isPublished
  return html`<form class="box" action="${action}" method="post" enctype="multipart/form-data">
<input type="hidden" name="${TOKEN_FIELD}" value="${token}"><input type="hidden" name="row" value="${supersedes ?? ''}">
${fields.map(({ name }) => html`<input type="hidden" name="was.${name}" value="${was.get(name) ?? ''}">`)}
${fields.map((field) => fieldHtml(field, { typed, faults, messages }))}
${openNames(page)}${evidence !== null && evidenceBox({ ...evidence, typed, faults, messages })}
<p class="deeds">${isReady && html`<button type="submit" name="deed" value="save" accesskey="s">${isPublished ? says.write : says.save}</button> `}<button type="submit" name="deed" value="preview" accesskey="p">${says.preview}</button> <a href="${backOf(page)}">${isMaking(page) ? says.list : says.back}</a></p>
</form>
`
}

/** The form of a part: to be filled in, to be mended, or with what the public will see. */
export function partPage(page: PartPage): PageBody {
  const { dossier, type, isNew, adds, preview, messages } = page
  const says = messages.dossierDesk
  const title = isNew ? says.makeTitle(says.parts[type]) : says.changeTitle(says.parts[type])
  const shown = preview === null ? null : dossierPage(preview, { moment: NOW, sample: null, messages })
  return {
    title: `${title} – ${dossier.title}`,
    section: 'dossiers',
    script: null,
    main: html`<div class="dossier-desk"><h1>${title}</h1>
<p><a href="${backOf(page)}"><bdi>${isMaking(page) ? says.title : dossier.title}</bdi></a></p>
${conflictHtml(page)}${faultsHtml(page)}
${adds.length > 0 && html`<p role="status">${says.adds(adds.join('; '))}</p>`}
${formHtml(page)}</div>
${
  shown !== null &&
  html`<section class="preview" aria-label="${says.preview}"><p class="lead" role="status">${says.previewLead}</p>
${shown.main}</section>`
}`,
  }
}

/** Previews show today. */
const NOW = { on: null, asOf: null, tells: 'now', isBad: false } as const
