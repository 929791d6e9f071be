import { counted, listed } from './numbers.ts'

/** What the front page says in English. */
export const frontEn = {
  title: 'On the record',
  empty: 'Nothing is public yet. What an editor accepts and publishes stands here.',
  deskBefore: 'Whoever keeps this record adds coverage and publishes at ',
  desk: 'the desk',
  deskAfter: ': the link that Onrecord printed when it was started leads in.',
  counts: (dossiers: number, commitments: number, statements: number) =>
    `${listed([counted(dossiers, 'dossier', 'dossiers'), counted(commitments, 'commitment', 'commitments'), counted(statements, 'statement', 'statements')])}, accepted and published by an editor.`,
  overdue: { title: 'Overdue', none: 'Nothing is overdue.' },
  dueNext: { title: 'Due next', none: 'Nothing is due.' },
  moved: { title: 'What moved', none: 'Nothing has moved yet.' },
  newest: { title: 'Newest statements', none: 'No statement is accepted yet.' },
  commitment: '{who} is to {what}',
  all: 'All dossiers',
} as const
