import { html } from 'hono/html'
import type { ActorName } from '../record/records.ts'
import type { Html } from './html.ts'
import { directionOf, scriptOf } from './language.ts'

/** The name that stands for an actor: the official one, else the first that was given. */
export function mainName(names: readonly ActorName[]): ActorName | null {
  return names.find(({ kind }) => kind === 'official') ?? names[0] ?? null
}

/** A name in its own language and direction, kept from turning the words around it. */
export function nameHtml({ name, language, script }: Pick<ActorName, 'name' | 'language' | 'script'>): Html {
  const tag = language ?? (script === 'Latn' ? null : `und-${script}`)
  if (tag === null) return html`<bdi>${name}</bdi>`
  return html`<bdi lang="${tag}" dir="${directionOf(scriptOf(tag) ?? script)}">${name}</bdi>`
}
