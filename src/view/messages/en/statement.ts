import type { Act, Figure, Occasion, StatementKind } from '../../../reading/statement.ts'
import { isolated, NUMBER } from './numbers.ts'

const KINDS: Readonly<Record<StatementKind, string>> = {
  direct: 'Direct',
  mixed: 'Mixed',
  indirect: 'Indirect',
}

const KINDS_IN_FULL: Readonly<Record<StatementKind, string>> = {
  direct: 'Direct: all of it stands in quotation marks',
  mixed: 'Mixed: a part of it stands in quotation marks',
  indirect: 'Indirect: in the words of the outlet',
}

const ACTS: Readonly<Record<Act, string>> = {
  assert: 'asserts',
  deny: 'denies',
  confirm: 'confirms',
  commit: 'commits to do something',
  demand: 'demands',
  accuse: 'accuses',
  concern: 'voices concern',
  predict: 'predicts',
  ask: 'asks',
}

const OCCASIONS: Readonly<Record<Occasion['kind'], string>> = {
  speech: 'speech',
  letter: 'letter',
  interview: 'interview',
  post: 'post',
  document: 'document',
  briefing: 'briefing',
}

const COMPARATORS: Readonly<Record<Figure['comparator'], string>> = {
  '=': '',
  '>=': 'at least ',
  '<=': 'at most ',
  '>': 'more than ',
  '<': 'less than ',
  '~': 'about ',
}

/** What a statement is said to be, in English. */
export const statementEn = {
  statement: {
    numbered: (number: number) => `Statement ${number}`,
    /** When in the recording: "at 12:04". */
    at: (time: string) => `at ${time}`,
    part: {
      source: (number: number) => `source of statement ${number}`,
      cue: (number: number) => `cue of statement ${number}`,
    },
    source: 'Source',
    noSource: 'named by nobody beside the words',
    cue: 'Cue',
    noCue: 'none, only the quotation marks',
    content: 'Content',
    kind: 'Kind',
    kinds: KINDS,
    kindsInFull: KINDS_IN_FULL,
    act: 'Act',
    acts: ACTS,
    speaker: 'Speaker',
    candidates: 'Speaker, one of',
    addressee: 'To',
    occasion: 'In a',
    occasions: OCCASIONS,
    chain: 'Came through',
    saidOn: 'Said on',
    figures: 'Figure',
    figure: (figure: Figure) =>
      `${COMPARATORS[figure.comparator]}${NUMBER.format(figure.value)}${figure.unit === null ? '' : ` ${isolated(figure.unit)}`}`,
    confidence: 'Confidence',
    percent: (share: number) => `${Math.round(share * 100)} of 100, the machine’s estimate`,
    noSpeaker: 'Speaker not named',
    address: 'Address',
    inText: (number: number) => `Statement ${number}: show it in the text`,
  },
} as const
