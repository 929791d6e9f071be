import type { Verdict } from '../../../record/decisions.ts'
import type { DisputedPart } from '../../../record/review/disagreements.ts'

const VERDICTS: Readonly<Record<Verdict, string>> = {
  open: 'Nobody has decided about it',
  accepted: 'Accepted',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
}

const PARTS: Readonly<Record<DisputedPart, string>> = {
  words: 'words',
  kind: 'kind',
  act: 'act',
  speaker: 'speaker',
  saidOn: 'day',
  addressee: 'addressee',
}

/** What the pages of the review say in English. */
export const reviewEn = {
  title: 'Review',
  empty: 'Nothing waits to be reviewed.',
  waiting:
    'Articles with statements that nobody has decided about: those that dossiers rest on first, then the least certain.',
  line: (undecided: number, share: number) =>
    `${undecided} to decide about; the least certain at ${Math.round(share * 100)} of 100`,
  dossiers: { published: 'a public dossier rests on it', followed: 'a dossier rests on it' },
  more: 'More',
  none: 'No statement stands in this article yet. Add what is said in it by hand, in any language.',
  statement: 'The statement',
  previous: 'Previous statement',
  next: 'Next statement',
  verdicts: VERDICTS,
  accept: 'Accept',
  reject: 'Reject',
  undo: 'Undo',
  machine: 'Read by machine',
  person: 'Stands',
  added: 'added by a person; no machine read it',
  disagrees: (parts: readonly DisputedPart[]) =>
    `The machine now reads otherwise: ${parts.map((part) => PARTS[part]).join(', ')}.`,
  values: 'What stands',
  asRead: 'as the machine read it',
  noAct: 'none of these',
  speakerHint: 'A name that is listed, or a new one; empty is as the machine read it.',
  isNobody: 'Nobody is named as speaker',
  saidOnHint: 'A day, month or year: 2022-05-23, 2022-05, 2022. Empty is as the machine read it.',
  addresseeHint: 'Empty is as the machine read it.',
  save: 'Save',
  words: 'Its words',
  moves: (part: string, edge: 'start' | 'end', by: 1 | -1) =>
    `${part}: ${by === 1 ? 'one word more' : 'one word less'} at its ${edge}`,
  join: 'Join with the next statement',
  translation: 'A translation of its content',
  language: 'Language, as a code such as en or zh-Hant',
  translated: (by: string, when: string) => `translated ${by} on ${when}`,
  addTitle: 'Add a missed statement',
  addHint: 'Type or paste the words as they stand in the text.',
  add: 'Add',
  notFound: (part: string) => `The words given as ${part} stand nowhere in this text; paste them as they are printed.`,
  severalTimes: (part: string) => `The words given as ${part} stand in this text more than once; give more of them.`,
  overtaken:
    'Somebody decided about this statement since you opened it. What stands now is shown; what you typed is kept. Look at it, and decide again.',
  badDay: 'That is no day that is known here:',
  keys: 'Keys',
  keyList: [
    ['a', 'accept, and go to the next one'],
    ['r', 'reject, and go to the next one'],
    ['u', 'undo the last decision about this statement'],
    ['j', 'next statement'],
    ['k', 'previous statement'],
    ['s', 'speaker'],
    ['d', 'day'],
    ['t', 'translation'],
    ['n', 'add a missed statement'],
    ['] and [', 'content: one word more, or less, at its end'],
    ['} and {', 'content: one word more, or less, at its start'],
    ['q', 'the queue'],
    ['?', 'show or hide these keys'],
  ],
} as const
