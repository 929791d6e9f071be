import type { Edtf } from '../../text/edtf-time.ts'
import type { SpeakerMatch } from '../actors/match-speaker.ts'
import type { Due, EventKind } from '../commitments/commitment.ts'
import type { DeclaredSignatories, ReplyKind } from '../dossier/demand.ts'
import type { Evidence } from '../dossier/quoted.ts'
import type { TermState } from '../dossier/term.ts'
import type { Id } from '../id.ts'

/** What a proposal would put on the record, filled in as far as the statement says. */
export type Draft =
  | { readonly kind: 'commitment'; readonly what: string; readonly event: EventKind; readonly due: Due | null }
  | { readonly kind: 'event'; readonly commitmentId: Id; readonly event: EventKind; readonly due: Due | null }
  | {
      readonly kind: 'demand'
      readonly what: string
      readonly addressee: SpeakerMatch
      /** The commitment it is about, of the same dossier; null where none is. */
      readonly commitmentId: Id | null
      readonly declared: DeclaredSignatories | null
    }
  | { readonly kind: 'reply'; readonly demandId: Id; readonly reply: ReplyKind }
  /** A term that its commitment does not have yet. */
  | { readonly kind: 'term'; readonly commitmentId: Id; readonly what: string; readonly state: TermState }
  | { readonly kind: 'step'; readonly termId: Id; readonly state: TermState }
  /** One more piece of evidence for something that is on the record: an event, a step or a demand. */
  | { readonly kind: 'evidence'; readonly for: Id }

/** Something that a statement may be, for a person to accept, change or decline. */
export type Proposal = {
  /** The dossier it belongs to; null where none is about the same matter, so that it would begin one. */
  readonly dossierId: Id | null
  readonly draft: Draft
  /** Who says it; a person says so where it is not certain. */
  readonly speaker: SpeakerMatch
  /** When it was said, else when it was printed; null where neither is known. */
  readonly date: Edtf | null
  readonly evidence: Evidence
  /** The words that the statement shares with what it was found to be about. */
  readonly because: readonly string[]
}
