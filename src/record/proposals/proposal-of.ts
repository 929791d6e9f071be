import type { DossierMatters } from './dossier-matters.ts'
import type { Found } from './found.ts'
import { fromAnswer } from './from-answer.ts'
import { fromCommit } from './from-commit.ts'
import { fromDemand } from './from-demand.ts'
import { fromTelling, inOtherWords, undertaking } from './from-telling.ts'
import { type Nearest, nearestDossier } from './nearest-matter.ts'
import type { Proposal } from './proposal.ts'
import { evidenceOf, type PlacedReading, type Told, toldBy } from './told.ts'

function foundIn(told: Told, nearest: Nearest | null): Found | null {
  switch (told.reading.statement.act) {
    case 'commit':
      return fromCommit(told, nearest)
    case 'demand':
      return fromDemand(told, nearest) ?? undertaking(told)
    case 'deny':
      return fromAnswer(told, nearest, 'disputes')
    case 'confirm':
      return fromAnswer(told, nearest, 'supports') ?? inOtherWords(told, nearest)
    case 'assert':
    case 'predict':
    case null:
      return fromTelling(told, nearest)
    case 'accuse':
    case 'concern':
      return inOtherWords(told, nearest)
    case 'ask':
      return null
  }
}

/**
 * What a statement may be on the record: proposed to a person, with its evidence and date filled in, and on no page
 * before that person accepts it. Promises, demands, denials and confirmations propose something; what is only asserted
 * or predicted does where it tells what became of a commitment that is on the record.
 *
 * @param dossiers those that are followed; only the one that the statement is nearest to is looked at
 * @returns null where it moves nothing
 * Cost: O(words of the statement + dossiers · their words).
 */
export function proposalOf(reading: PlacedReading, dossiers: readonly DossierMatters[]): Proposal | null {
  const told = toldBy(reading)
  const nearest = nearestDossier(told, dossiers)
  const found = foundIn(told, nearest)
  if (found === null) return null
  const speaker = nearest?.speaker ?? { kind: 'none' }
  return {
    dossierId: nearest?.matters.dossier.id ?? null,
    draft: found.draft,
    speaker,
    date: told.date,
    evidence: evidenceOf(told, speaker, found.stance),
    because: found.because,
  }
}
