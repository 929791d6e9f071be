import { html } from 'hono/html'
import type { Actor, Place, Relation, Role } from '../../record/actors/actor.ts'
import { nameHtml } from '../actor-names.ts'
import { dateInWords } from '../dates.ts'
import { filled } from '../filled.ts'
import type { Html } from '../html.ts'
import { furtherNames, namesHtml } from '../names-html.ts'
import { wordsHtml } from '../words-html.ts'
import { linkedActor } from './actor-html.ts'
import type { Shown } from './shown.ts'

/** An actor or place of the dossier by its id, as it is called. */
function nameOf({ view: { dossier }, messages }: Shown, id: string): Html {
  const found = dossier.actors.find((actor) => actor.id === id) ?? dossier.places.find((place) => place.id === id)
  return found === undefined ? html`${messages.notKnown}` : namesHtml(found.names)
}

function whenHtml({ messages }: Shown, { when }: Pick<Role, 'when'>): Html | '' {
  return when === null ? '' : html`, ${dateInWords(when.edtf, messages)}`
}

function roleHtml(shown: Shown, role: Role): Html {
  const says = shown.messages.dossier.actors
  const title = wordsHtml(role.title)
  return html`<li>${role.of === null ? title : filled(says.at, { title, of: nameOf(shown, role.of) })}${whenHtml(shown, role)}</li>`
}

function relationHtml(shown: Shown, relation: Relation): Html {
  const says = shown.messages.dossier.actors.relations
  return html`<li>${filled(says[relation.kind], { of: nameOf(shown, relation.to) })}${whenHtml(shown, relation)}</li>`
}

function alsoHtml({ messages }: Shown, { names }: Pick<Actor, 'names'>): Html | '' {
  const further = furtherNames(names)
  if (further.length === 0) return ''
  return html`<li>${filled(messages.dossier.actors.also, {
    names: html`${further.map((name, at) => html`${at > 0 && ', '}${nameHtml(name)}`)}`,
  })}</li>`
}

function actorLine(shown: Shown, actor: Actor): Html {
  const says = shown.messages.dossier.actors
  return html`<li id="at-${actor.id}"><div>${linkedActor(actor)}</div>
<ul><li>${says.kinds[actor.kind]}</li>${actor.roles.map((role) => roleHtml(shown, role))}${actor.relations.map(
    (relation) => relationHtml(shown, relation),
  )}${alsoHtml(shown, actor)}</ul></li>
`
}

function placeLine(shown: Shown, place: Place): Html {
  const says = shown.messages.dossier.actors
  return html`<li id="at-${place.id}"><div>${namesHtml(place.names)}</div>
<ul><li>${says.place}</li>${place.in !== null && html`<li>${filled(says.lies, { place: nameOf(shown, place.in) })}</li>`}${alsoHtml(shown, place)}</ul></li>
`
}

/** Who and what is named, with names in every script, roles and relations over time. */
export function actorsHtml(shown: Shown): Html | '' {
  const { actors, places } = shown.view.dossier
  if (actors.length + places.length === 0) return ''
  return html`<section aria-labelledby="actors"><h2 id="actors">${shown.messages.dossier.actors.title}</h2>
<ul class="actors">${actors.map((actor) => actorLine(shown, actor))}${places.map((place) => placeLine(shown, place))}</ul></section>
`
}
