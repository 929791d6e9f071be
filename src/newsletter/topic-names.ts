import { type Topic, topicOf, topicWord } from '../record/newsletter/topic.ts'
import { mainName } from '../view/actor-names.ts'
import type { SignUpMessages } from '../view/messages/sign-up-messages.ts'
import type { Newsletter } from './newsletter.ts'

/** A topic as a form offers it. `word` is its one word, as forms send it. */
export type TopicChoice = { readonly word: string; readonly name: string }

/** More dossiers than this are not offered one by one; each one's own page offers it. */
const MAX_OFFERED = 50

/** What a topic is called in public; null where it is not shown. */
async function nameOf({ publicRecord }: Newsletter, topic: Topic, says: SignUpMessages): Promise<string | null> {
  if (topic.kind === 'everything') return says.everything
  if (topic.kind === 'actor') {
    const query = { words: null, cursor: null, limit: 1, at: null, on: null }
    const found = await publicRecord.speaker(topic.id, query)
    return found && (mainName(found.actor.names)?.name ?? null)
  }
  const found = await publicRecord.dossier(topic.id, { at: null, on: null })
  return found !== null && 'dossier' in found ? found.dossier.title : null
}

/**
 * What a form offers: everything, the published dossiers, and what its address or its subscriber names besides.
 *
 * @param words topics by their words, as they came from outside
 */
export async function topicChoices(
  newsletter: Newsletter,
  words: readonly string[],
  says: SignUpMessages,
): Promise<readonly TopicChoice[]> {
  const query = { words: null, cursor: null, limit: MAX_OFFERED, at: null }
  const { items } = await newsletter.publicRecord.dossiers(query)
  const dossiers = items.map(({ id, title }) => ({ word: topicWord({ kind: 'dossier', id }), name: title }))
  const offered = new Set(['everything', ...dossiers.map(({ word }) => word)])
  const others: TopicChoice[] = []
  for (const word of words.filter((one) => !offered.has(one))) {
    const topic = topicOf(word)
    const name = topic && (await nameOf(newsletter, topic, says))
    if (topic !== null) others.push({ word, name: name ?? says.notShown })
  }
  return [{ word: 'everything', name: says.everything }, ...others, ...dossiers]
}
