import type { Id } from '../id.ts'

/** How it stands with an edition. */
export type EditionState = 'draft' | 'scheduled' | 'sending' | 'paused' | 'cancelled' | 'done'

/** What a person does with an edition, from which states it can be done, and which one it leads to. */
export const EDITION_DEEDS = {
  send: { from: ['draft', 'scheduled'], to: 'sending' },
  pause: { from: ['sending'], to: 'paused' },
  resume: { from: ['paused'], to: 'sending' },
  cancel: { from: ['scheduled', 'sending', 'paused'], to: 'cancelled' },
} as const satisfies Readonly<Record<string, { readonly from: readonly EditionState[]; readonly to: EditionState }>>

/** The name of a deed. */
export type EditionDeed = keyof typeof EDITION_DEEDS

/** The editions of the newsletter. */
export interface Editions {
  add(): Promise<Id>
  /**
   * Sending makes a delivery to each who is subscribed at that moment; nobody gets an edition twice.
   *
   * @returns whether it was in a state from which this can be done; otherwise nothing has changed
   */
  act(id: Id, deed: EditionDeed): Promise<boolean>
  state(id: Id): Promise<EditionState | null>
  /** Ends the editions of which nothing waits any more. @returns which ones */
  endFinished(): Promise<readonly Id[]>
}
