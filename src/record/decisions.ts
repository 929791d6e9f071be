import type { Edtf } from '../text/edtf-time.ts'
import type { Role } from './accounts/role.ts'
import type { Id } from './id.ts'
import type { PersonsValues } from './review/persons-values.ts'

/** Who decided, and in which role. */
export type DecidedBy = {
  readonly role: Role
  /** Null for who has the machine and its commands, and wherever the public looks: people are not shown there. */
  readonly account: Id | null
}

/** Whoever types commands at the machine is its editor. */
export const AT_THE_MACHINE: DecidedBy = { role: 'editor', account: null }

/** What a person decided about a statement. Withdrawn is what had been accepted; open is what waits to be decided about. */
export type Verdict = 'open' | 'accepted' | 'rejected' | 'withdrawn'

/** A decision about a statement. What the machine read stays beside it for ever. */
export type StatementDecision = {
  readonly id: Id
  /** The decision that it was part of: one act of a person may be about several statements. */
  readonly decisionId: Id
  /** UTC. */
  readonly recordedAt: string
  readonly by: DecidedBy
  readonly reason: string | null
  readonly statementId: Id
  readonly verdict: Verdict
  /** The reading whose words were decided about: a later one changes nothing of what was accepted. */
  readonly readingId: Id
  /** Who speaks, as the person says; null where that is as the machine read it. */
  readonly speakerId: Id | null
  /** When it was said, as the person says; null where that is as the machine read it. */
  readonly saidOn: Edtf | null
  /** The dossier whose evidence it is, where it was accepted by that; else null. */
  readonly dossierId: Id | null
  /** All that persons say of the statement from then on. */
  readonly values: PersonsValues
  /** The decision that it undoes; null where it undoes none. */
  readonly undoes: Id | null
}
