import type { Cadence } from '../../../record/newsletter/topic.ts'

/** What mails and pages of the newsletter's editions say, in English. */
export const editionsEn = {
  due: (who: string, what: string) => `${who}, to ${what}: due`,
  overdue: (who: string, what: string) => `${who}, to ${what}: overdue`,
  dueOn: (date: string) => `the date that was set: ${date}`,
  statementWithdrawn: 'A statement that had been accepted was taken back',
  partWithdrawn: 'A part of the record that had been published was taken back',
  because: (reason: string) => `because: ${reason}`,
  corrected: 'Corrected',
  statements: 'Statements',
  readMore: 'On the record',
  counted: (count: number) => (count === 1 ? 'One thing moved' : `${count} things moved`),
  subject: (count: number, first: string) => (count === 1 ? first : `${first}, and ${count - 1} more`),
  why: {
    'at once': 'You get this mail because you asked to be written to as soon as something moves.',
    daily: 'You get this mail because you asked to be written to once a day.',
    weekly: 'You get this mail because you asked to be written to once a week.',
  } satisfies Record<Cadence, string>,
  leave: 'Leave, or change what you get',
  web: 'Read this on the web',
  noTracking: 'Nothing in this mail tells us whether you read it.',
} as const
