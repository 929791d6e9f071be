import type { Id } from '../id.ts'
import type { Cadence } from './topic.ts'

/** How it stands with an edition. */
export type EditionState = 'draft' | 'scheduled' | 'sending' | 'paused' | 'cancelled' | 'done'

/** What a person does with an edition, from which states it can be done, and which one it leads to. */
export const EDITION_DEEDS = {
  send: { from: ['draft', 'scheduled'], to: 'sending' },
  unschedule: { from: ['scheduled'], to: 'draft' },
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['scheduled', 'sending', 'paused'], to: 'cancelled' },
} as const satisfies Readonly<Record<string, { readonly from: readonly EditionState[]; readonly to: EditionState }>>

/** The name of a deed. */
export type EditionDeed = keyof typeof EDITION_DEEDS

/** What an editor wrote for an edition, in one language. */
export type EditionWords = {
  /** One line. */
  readonly subject: string
  /** Paragraphs divided by a blank line, in plain text: the introduction, or all of a post. May be empty. */
  readonly text: string
}

/** What goes into an edition, and to whom. */
export type EditionDraft = {
  /** `record`: what moved for each reader, below the words; `post`: the words alone. */
  readonly kind: 'record' | 'post'
  /** To those who are written to so often. */
  readonly cadences: readonly Cadence[]
  /** By language, BCP 47. */
  readonly words: Readonly<Record<string, EditionWords>>
}

/** An edition. */
export type Edition = EditionDraft & {
  readonly id: Id
  readonly state: EditionState
  /** UTC. */
  readonly addedAt: string
  /** UTC, when it is to be sent; null where nobody said. */
  readonly scheduledFor: string | null
  /** UTC, up to when it tells what moved, and when it was sent; null before. */
  readonly sentAt: string | null
}

/** What moved, as editions know it: by its key and its topics; its words stand in the record alone. */
export type EditionItem = {
  readonly key: string
  /** UTC. */
  readonly at: string
  /** In one word each, as `topicWord` makes them. */
  readonly topics: readonly string[]
}

/** The editions of the newsletter. */
export interface Editions {
  /** @returns a draft's id */
  add(draft: EditionDraft): Promise<Id>
  /** Changes a draft. @returns false where it is none, and then nothing has changed */
  change(id: Id, draft: EditionDraft): Promise<boolean>
  /** @param at UTC; @returns false where it is no draft */
  schedule(id: Id, at: string): Promise<boolean>
  edition(id: Id): Promise<Edition | null>
  /** The newest first. */
  list(): Promise<readonly Edition[]>
  /** Those whose time has come, the first one first. */
  scheduledBy(now: string): Promise<readonly Id[]>
  /** UTC, when the last edition of what moved for this cadence was sent; null where none was. */
  lastSent(cadence: Cadence): Promise<string | null>
  /**
   * A person's deed but for sending. @returns whether it was in a state from which this can be done; otherwise nothing
   * has changed
   */
  act(id: Id, deed: Exclude<EditionDeed, 'send'>): Promise<boolean>
  /**
   * Sends a draft: a delivery to each who is subscribed and is written to so often, at that moment. Of an edition of
   * what moved, each is told what they follow and were never told; who has nothing to be told gets none. All of it is
   * one transaction, so that after a kill either nothing happened or everybody's share is fixed.
   *
   * @param items all that moved since the earliest moment that anybody may not know of; what is known may be among them
   * @returns false where it is no draft and not scheduled, and then nothing has changed
   */
  send(id: Id, items: readonly EditionItem[]): Promise<boolean>
  /** What one subscriber would be told now of these, in their order: keys. */
  owedTo(subscriberId: Id, items: readonly EditionItem[]): Promise<readonly string[]>
  /** What a delivery tells, in the order in which it moved: keys. */
  toldIn(delivery: number): Promise<readonly string[]>
  /** All that an edition tells anybody: keys. */
  toldInEdition(id: Id): Promise<readonly string[]>
  /** UTC, the earliest moment after which something moved that somebody may not have been told; null where nobody is subscribed. */
  untoldSince(): Promise<string | null>
  state(id: Id): Promise<EditionState | null>
  /** Ends the editions of which nothing waits any more. @returns which ones */
  endFinished(): Promise<readonly Id[]>
}
