import { AT_THE_MACHINE } from '../src/record/decisions.ts'
import type { Dossier } from '../src/record/dossier/dossier.ts'
import type { Evidence } from '../src/record/dossier/quoted.ts'
import type { TakenDossier } from '../src/record/dossiers.ts'
import type { Id } from '../src/record/id.ts'
import { knownEdtf } from '../src/text/edtf-time.ts'

/** What a person says in an article, as evidence. */
export function saying(article: Id, statementId: Id | null, speakerId: Id | null = 'lee'): Evidence {
  return {
    article,
    words: 'before the end of June',
    statementId,
    speakerId,
    saidOn: null,
    via: [],
    isPrimary: false,
    stance: 'supports',
  }
}

/** A dossier with one commitment of Mara Lee’s, due on 30 June 2026, that rests on `evidence`. */
export function smallDossier(evidence: readonly Evidence[], changes: Partial<Dossier> = {}): Dossier {
  return {
    id: 'dam',
    title: 'The dam',
    summary: null,
    timeZones: [],
    actors: [
      {
        id: 'lee',
        kind: 'person',
        names: [{ name: 'Mara Lee', language: null, script: 'Latn', kind: 'official' }],
        roles: [{ title: 'minister for water', of: null, when: knownEdtf('2024-03/..') }],
        relations: [],
        identifiers: [{ scheme: 'wikidata', value: 'Q1' }],
      },
    ],
    places: [],
    commitments: [
      {
        id: 'report',
        actorId: 'lee',
        what: 'publish the report',
        supersedes: null,
        events: [
          {
            id: 'report.announced',
            kind: 'announced',
            date: knownEdtf('2026-02-03'),
            due: { date: knownEdtf('2026-06'), words: null },
            evidence,
          },
        ],
        terms: [],
      },
    ],
    demands: [],
    figures: [],
    quoted: [],
    ...changes,
  }
}

/** A dossier as a person hands it in, to be published. */
export function taken(dossier: Dossier, changes: Partial<TakenDossier> = {}): TakenDossier {
  return { dossier, articles: [], publish: true, by: AT_THE_MACHINE, ...changes }
}
