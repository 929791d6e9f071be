import type { Id } from '../id.ts'

/** What a subscriber can follow. */
export type Topic =
  | { readonly kind: 'everything' }
  | { readonly kind: 'dossier'; readonly id: Id }
  | { readonly kind: 'actor'; readonly id: Id }

/** How often a subscriber is written to of what moved. */
export const CADENCES = ['at once', 'daily', 'weekly'] as const
export type Cadence = (typeof CADENCES)[number]

/** A topic in one word, as it is stored and stands in forms: `everything`, `dossier:ID`, `actor:ID`. */
export function topicWord(topic: Topic): string {
  return topic.kind === 'everything' ? topic.kind : `${topic.kind}:${topic.id}`
}

const FORM = /^(?:(everything)|(dossier|actor):([\w.-]{1,200}))$/u

/** The topic that a word names; null where it names none. Whether its dossier or actor is there, is not asked. */
export function topicOf(word: string): Topic | null {
  const [, everything, kind, id] = FORM.exec(word) ?? []
  if (everything !== undefined) return { kind: 'everything' }
  if (id === undefined) return null
  return { kind: kind === 'dossier' ? 'dossier' : 'actor', id }
}
