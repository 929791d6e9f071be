import type { MovedItem } from '../moved/moved-item.ts'
import type { EditionItem } from './editions.ts'
import { topicWord } from './topic.ts'

/** What moved as editions know it, with the topics that it belongs to: everything, its dossiers and its actors. */
export function topicsOfItem({ key, at, dossiers, actors }: MovedItem): EditionItem {
  return {
    key,
    at,
    topics: [
      'everything',
      ...dossiers.map((id) => topicWord({ kind: 'dossier', id })),
      ...actors.map((id) => topicWord({ kind: 'actor', id })),
    ],
  }
}
