import type { Dossier } from './dossier.ts'
import type { DossierFault } from './dossier-fault.ts'
import type { Evidence } from './quoted.ts'

type Path = DossierFault['path']

/** All evidence of a dossier, by where it stands. */
export function evidenceOf(dossier: Dossier): readonly (readonly [evidence: readonly Evidence[], path: Path])[] {
  return [
    ...dossier.commitments.flatMap(({ events, terms }, at) => [
      ...events.map(({ evidence }, event) => [evidence, ['commitments', at, 'events', event, 'evidence']] as const),
      ...terms.flatMap(({ steps }, term) =>
        steps.map(
          ({ evidence }, step) => [evidence, ['commitments', at, 'terms', term, 'steps', step, 'evidence']] as const,
        ),
      ),
    ]),
    ...dossier.demands.flatMap(({ evidence, replies }, at) => [
      [evidence, ['demands', at, 'evidence']] as const,
      ...replies.map((reply, place) => [reply.evidence, ['demands', at, 'replies', place, 'evidence']] as const),
    ]),
    ...dossier.figures.flatMap(({ claims }, at) =>
      claims.map(({ evidence }, claim) => [evidence, ['figures', at, 'claims', claim, 'evidence']] as const),
    ),
  ]
}

/** What nothing supports: it is not on the record. */
export function evidenceFaults(dossier: Dossier): readonly DossierFault[] {
  return evidenceOf(dossier)
    .filter(([evidence]) => !evidence.some(({ stance }) => stance === 'supports'))
    .map(([evidence, path]) => ({
      path,
      sentence:
        evidence.length === 0
          ? 'is empty; everything on the record needs evidence: name at least one article and its words'
          : 'holds nothing that supports it; what is only disputed or mentioned is not on the record',
    }))
}
