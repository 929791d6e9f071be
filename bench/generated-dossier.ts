import { EVENT_KINDS } from '../src/record/commitments/commitment.ts'
import type { Dossier } from '../src/record/dossier/dossier.ts'
import type { Evidence } from '../src/record/dossier/quoted.ts'
import type { StatementRecord } from '../src/record/records.ts'
import { knownEdtf } from '../src/text/edtf-time.ts'
import { speakerNumber } from './generated-coverage.ts'

/** Commitments of a generated dossier. */
export const COMMITMENTS = 20
/** Statements that support each event. */
export const EVIDENCE = 2

/** What a person would quote: of a statement only what dossiers need of it is kept. */
export type QuotedStatement = Pick<StatementRecord, 'id' | 'articleId'>

function evidenceOf({ id, articleId }: QuotedStatement): Evidence {
  return {
    article: articleId,
    words: 'as it was said',
    statementId: id,
    speakerId: 'actor',
    saidOn: null,
    via: [],
    isPrimary: false,
    stance: 'supports',
  }
}

/**
 * The nth dossier as it stands after some years.
 *
 * @param statements of each year, those that its events may rest on; every commitment has one event of each
 */
export function generatedDossier(
  n: number,
  statements: readonly { readonly year: number; readonly said: readonly QuotedStatement[] }[],
): Dossier {
  return {
    id: `dossier-${n}`,
    title: `Dossier ${n}`,
    summary: null,
    timeZones: ['Europe/Zurich', 'Asia/Shanghai'],
    actors: [
      {
        id: 'actor',
        kind: 'person',
        names: [{ name: speakerNumber(n), language: null, script: 'Latn', kind: 'official' }],
        roles: [],
        relations: [],
        identifiers: [],
      },
    ],
    places: [],
    commitments: Array.from({ length: COMMITMENTS }, (_, c) => ({
      id: `c${c}`,
      actorId: 'actor',
      what: `do what was promised as number ${c}`,
      supersedes: null,
      terms: [],
      events: statements.map(({ year, said }, e) => ({
        id: `c${c}.${e}`,
        kind: EVENT_KINDS[e % 5] ?? 'announced',
        date: knownEdtf(`${year}-0${1 + (c % 9)}-1${n % 10}`),
        due: { date: knownEdtf(`${year + 2 + (n % 3)}-0${1 + (c % 9)}`), words: null },
        evidence: said.slice((n * COMMITMENTS + c) * EVIDENCE, (n * COMMITMENTS + c + 1) * EVIDENCE).map(evidenceOf),
      })),
    })),
    demands: [],
    figures: [],
    quoted: [],
  }
}
