import { html } from 'hono/html'
import type { ActorName } from '../record/records.ts'
import { mainName, nameHtml } from './actor-names.ts'
import type { Html } from './html.ts'

/** The first name in each script that the main name is not written in. */
function inOtherScripts(names: readonly ActorName[]): readonly ActorName[] {
  const main = mainName(names)
  const others = names.filter(({ script }) => script !== main?.script)
  return others.filter(({ script }, at) => others.findIndex((other) => other.script === script) === at)
}

/** A name as it is first met: with its form in each other script behind it, "Xinjiang 新疆", each in its language. */
export function namesHtml(names: readonly ActorName[]): Html {
  const main = mainName(names)
  return html`${main && nameHtml(main)}${inOtherScripts(names).map((name) => html` ${nameHtml(name)}`)}`
}

/** All other names than those that `namesHtml` shows, in their order. */
export function furtherNames(names: readonly ActorName[]): readonly ActorName[] {
  const shown = [mainName(names), ...inOtherScripts(names)]
  return names.filter((name) => !shown.includes(name))
}
