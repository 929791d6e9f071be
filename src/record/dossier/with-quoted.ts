import type { Dossier } from './dossier.ts'
import type { Evidence, Quoted } from './quoted.ts'

/** A dossier with each of its quoted words changed, evidence too; those for which `change` gives null are left out. */
export function withQuoted(dossier: Dossier, change: <T extends Quoted>(quoted: T) => T | null): Dossier {
  const changed = <T extends Quoted>(list: readonly T[]): readonly T[] => list.flatMap((quoted) => change(quoted) ?? [])
  const evidenced = <T extends { readonly evidence: readonly Evidence[] }>(thing: T): T => ({
    ...thing,
    evidence: changed(thing.evidence),
  })
  return {
    ...dossier,
    commitments: dossier.commitments.map((commitment) => ({
      ...commitment,
      events: commitment.events.map(evidenced),
      terms: commitment.terms.map((term) => ({ ...term, steps: term.steps.map(evidenced) })),
    })),
    demands: dossier.demands.map((demand) => ({ ...evidenced(demand), replies: demand.replies.map(evidenced) })),
    figures: dossier.figures.map((figure) => ({ ...figure, claims: figure.claims.map(evidenced) })),
    quoted: changed(dossier.quoted),
  }
}

/** Every piece of quoted words in a dossier, evidence first. */
export function quotedIn(dossier: Dossier): readonly Quoted[] {
  const found: Quoted[] = []
  withQuoted(dossier, (quoted) => {
    found.push(quoted)
    return quoted
  })
  return found
}
