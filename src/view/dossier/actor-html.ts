import { html } from 'hono/html'
import type { Actor } from '../../record/actors/actor.ts'
import type { Id } from '../../record/id.ts'
import type { Html } from '../html.ts'
import { namesHtml } from '../names-html.ts'
import type { Shown } from './shown.ts'

/** An actor by name, linked to its page. */
export function linkedActor({ id, names }: Pick<Actor, 'id' | 'names'>): Html {
  return html`<a href="/speakers/${encodeURIComponent(id)}">${namesHtml(names)}</a>`
}

/** An actor of a dossier by name; one that the dossier does not name any more is "not known". */
export function actorHtml(
  { view, messages }: Shown,
  id: Id | null,
  { isLinked }: { readonly isLinked: boolean },
): Html {
  const actor = view.dossier.actors.find((other) => other.id === id)
  if (actor === undefined) return html`${messages.notKnown}`
  return isLinked ? linkedActor(actor) : namesHtml(actor.names)
}
