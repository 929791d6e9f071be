import { html } from 'hono/html'
import type { Html } from '../../view/html.ts'
import type { Messages } from '../../view/messages/messages.ts'
import type { Field, FieldName } from './part-forms.ts'
import type { FieldFaults, Typed } from './typed.ts'

/** A choice as a select box. */
export function selectHtml(
  { id, name, value }: { readonly id: string; readonly name: string; readonly value: string },
  options: readonly (readonly [value: string, words: string])[],
  attributes: Html | '' = '',
): Html {
  return html`<select id="${id}" name="${name}"${attributes}>${options.map(
    ([own, words]) => html`<option value="${own}"${own === value && html` selected`}>${words}</option>`,
  )}</select>`
}

function hintOf(name: FieldName, { hints }: Messages['dossierDesk']): string | null {
  return Object.hasOwn(hints, name) ? hints[name as keyof typeof hints] : null
}

/** A field with its label, its hint and what is wrong with it. */
export function fieldHtml(
  { name, kind, options = [], isNeeded }: Field,
  { typed, faults, messages }: { readonly typed: Typed; readonly faults: FieldFaults; readonly messages: Messages },
): Html {
  const says = messages.dossierDesk
  const [value, fault, hint] = [typed.get(name) ?? '', faults.get(name) ?? null, hintOf(name, says)]
  const describedBy = [hint === null ? null : `${name}-hint`, fault === null ? null : `${name}-fault`].filter(
    (id) => id !== null,
  )
  const attributes = html`${isNeeded && html` required`}${describedBy.length > 0 && html` aria-describedby="${describedBy.join(' ')}"`}${
    fault !== null && html` aria-invalid="true"`
  }`
  const control =
    kind === 'choice'
      ? selectHtml({ id: name, name, value }, options, attributes)
      : kind === 'lines'
        ? html`<textarea id="${name}" name="${name}" rows="4"${attributes}>
${value}</textarea>`
        : html`<input id="${name}" type="text" name="${name}" value="${value}" autocomplete="off"${attributes}>`
  return html`<div class="field"><label for="${name}">${says.fields[name]}</label>
${control}
${hint !== null && html`<p class="hint" id="${name}-hint">${hint}</p>`}${
  fault !== null && html`<p class="failed" id="${name}-fault">${says.fields[name]} ${fault}.</p>`
}</div>
`
}
