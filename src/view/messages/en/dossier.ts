import type { EventKind } from '../../../record/commitments/commitment.ts'
import type { Days } from '../../../record/dossier/days.ts'
import type { ReplyKind } from '../../../record/dossier/demand.ts'
import type { Comparator } from '../../../record/dossier/figure.ts'
import type { Stance } from '../../../record/dossier/quoted.ts'
import type { TermState } from '../../../record/dossier/term.ts'
import { counted, isolated, listed, NUMBER, type Share, sentence, shared } from './numbers.ts'

const EVENTS: Readonly<Record<EventKind, string>> = {
  announced: 'announced',
  agreed: 'agreed',
  scheduled: 'given a date',
  postponed: 'postponed',
  started: 'begun',
  met: 'met',
  'partly met': 'met in part',
  broken: 'broken',
  withdrawn: 'withdrawn',
}

const TERMS: Readonly<Record<TermState, string>> = {
  sought: 'sought',
  promised: 'promised',
  granted: 'granted',
  restricted: 'restricted',
  refused: 'refused',
  unknown: 'not known',
}

const REPLIES: Readonly<Record<ReplyKind, string>> = {
  answered: 'answered',
  promised: 'promised',
  refused: 'refused',
  met: 'met',
  withdrawn: 'given up by those who made it',
}

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '=': '',
  '>=': 'at least ',
  '<=': 'up to ',
  '>': 'more than ',
  '<': 'less than ',
  '~': 'about ',
}

const STANCES: Readonly<Record<Stance, string>> = { supports: '', disputes: 'Against it: ', mentions: 'Mentions it: ' }

/** "1 day", "74 to 104 days", "up to 14 days", "about 10 days". */
function days({ least, most, isAbout }: Days): string {
  if (least !== most)
    return least === 0
      ? `up to ${counted(most, 'day', 'days')}`
      : `${NUMBER.format(least)} to ${counted(most, 'day', 'days')}`
  return `${isAbout ? 'about ' : ''}${counted(most, 'day', 'days')}`
}

/** How many commitments came to what. */
type Tally = Readonly<
  Record<'overdue' | 'perhaps' | 'broken' | 'withdrawn' | 'due' | 'open' | 'kept' | 'superseded', number>
>

/** What is said of commitments by what they came to, the most telling first. */
const TALLIES: Readonly<Record<keyof Tally, readonly [one: string, many: string]>> = {
  overdue: ['is overdue', 'are overdue'],
  perhaps: ['is perhaps overdue', 'are perhaps overdue'],
  broken: ['was broken', 'were broken'],
  withdrawn: ['was withdrawn', 'were withdrawn'],
  due: ['is due', 'are due'],
  open: ['has no date', 'have no date'],
  kept: ['was met', 'were met'],
  superseded: ['gave way to another', 'gave way to others'],
}

/** What came of terms, as it is told. */
const TOLD: Readonly<Record<TermState | 'told differently', readonly [one: string, many: string]>> = {
  refused: ['was refused', 'were refused'],
  restricted: ['was restricted', 'were restricted'],
  granted: ['was granted', 'were granted'],
  promised: ['was promised', 'were promised'],
  'told differently': ['is told differently by each side', 'are told differently by each side'],
  unknown: ['came to something unknown', 'came to something unknown'],
  sought: ['was only sought', 'were only sought'],
}

/** Official: what the actor says of its commitment, itself or through whoever speaks for it. */
const SAID: Readonly<Record<EventKind, string>> = {
  announced: 'Announced it',
  agreed: 'Agreed to it',
  scheduled: 'Gave a date for it',
  postponed: 'Put it off',
  started: 'Says that it has begun',
  met: 'Says that it was met',
  'partly met': 'Says that it was met in part',
  broken: 'Says that it will not be kept',
  withdrawn: 'Withdrew it',
}

/** What the page of a dossier says in English. Words in braces stand for what is put there. */
export const dossierEn = {
  label: 'Dossier',
  days,
  quoted: (words: string) => `“${isolated(words)}”`,
  places: 'Where',
  today: 'Today',
  moment: {
    title: 'As it stood on another day',
    now: 'Where it stands today, {day}, by what the record knows now.',
    on: 'Where it stood on {day}, by what the record knows now.',
    ahead: 'Where it will stand on {day}, if nothing more is recorded.',
    asOf: 'Where it stood on {day}, as the record knew it on {at}.',
    before:
      'The record did not have this dossier on {at}: it came in on {since}. What stands here is what is known now of what had happened by {day}.',
    bad: 'That is no day of the calendar: write it as 2022-04-15. The page shows how it stands today.',
    onLabel: 'Where it stood on',
    onHint: 'What had happened by the end of this day; empty for today.',
    asOfLabel: 'As the record knew it on',
    asOfHint: 'Only what had been recorded by the end of this day; empty for all that is known now.',
    submit: 'Show',
    back: 'Show how it stands today',
    earlier: 'Before that',
    later: 'After that',
    moves: 'Days on which it moved',
    notYet: (count: number) => `${counted(count, 'line is', 'lines are')} dated after this day and not shown.`,
  },
  stands: 'Where it stands',
  tally: (counts: Tally) => {
    const shares = Object.entries(TALLIES).map(([key, [one, many]]): Share => [counts[key as keyof Tally], one, many])
    if (shares.every(([count]) => count === 0)) return 'No commitment is on record by this day.'
    return `${sentence(shared(['commitment', 'commitments'], shares))}.`
  },
  pressing: {
    overdue: '{who} was to {what}, {due}: {late}.',
    due: '{who} is to {what}, {due}: {left}.',
    moved: 'The last to move: {who} was to {what}, which was {event} {date}{late}.',
    nothing: 'Nothing has happened yet.',
  },
  terms: {
    title: 'Terms',
    about: 'What each side says of the conditions; what one says is not taken for the other’s.',
    term: 'Term',
    own: '{who} says',
    others: 'Others say',
    nothing: 'nothing on record',
    coverage: 'The coverage itself',
    states: TERMS,
    /** Null where there is none. */
    tally: (counts: Readonly<Record<TermState | 'told differently', number>>) => {
      const shares = Object.entries(TOLD).map(([key, [one, many]]): Share => [counts[key as TermState], one, many])
      if (shares.every(([count]) => count === 0)) return 'No terms are on record'
      return `By what the sides say, ${shared(['term', 'terms'], shares)}`
    },
  },
  demands: {
    title: 'Demands',
    asked: 'Asked of {who} {date}: to {what}',
    listed: 'Signed, by name',
    declared: 'Signed, as declared',
    declaredCount: (count: number, of: string) => `${NUMBER.format(count)} ${isolated(of)}`,
    declaredMeans: 'The number is theirs who made it; those named above are counted in it.',
    nobody: 'nobody by name',
    noNumber: 'no number given',
    stands: 'Stands',
    open: (length: string) => `open for ${length}`,
    metAfter: (length: string) => `met after ${length}`,
    withdrawnAfter: (length: string) => `given up after ${length}`,
    unanswered: (length: string) => `; no answer for ${length}`,
    replies: 'Replies',
    reply: REPLIES,
    noReply: 'none on record',
    tally: (open: number, met: number, withdrawn: number) =>
      open + met + withdrawn === 0
        ? 'no demand is on record'
        : shared(
            ['demand', 'demands'],
            [
              [open, 'is open', 'are open'],
              [met, 'was met', 'were met'],
              [withdrawn, 'was given up', 'were given up'],
            ],
          ),
  },
  figures: {
    title: 'Figures',
    about: 'Side by side, as each is claimed. None is made of others.',
    claimant: 'Who says so',
    value: 'How many',
    claimed: 'Said',
    since: 'Of the time',
    notSaid: 'not said',
    later: 'has said otherwise since',
    amount: (comparator: Comparator, value: number, unit: string) =>
      `${COMPARATORS[comparator]}${NUMBER.format(value)} ${isolated(unit)}`,
  },
  commitments: {
    title: 'Commitments',
    heading: '{who}: to {what}',
    counted:
      'What stands as evidence are distinct outlets and primary documents. Two outlets that print one agency’s copy count as two, until origins are counted.',
    official: 'Official',
    evidence: 'Evidence',
    schedule: 'Schedule',
    said: SAID,
    saidOn: '{said}, {date}',
    saidNothing: 'Has said nothing of it',
    denies: '; denies that it was {event}',
    onlyDenies: 'Denies that it was {event}',
    happened: 'What happened',
    events: EVENTS,
    due: 'due {date}',
    dueInWords: 'due {words}',
    dueWithWords: 'due {date} ({words})',
    flags: {
      'before its announcement': 'Dated before it was announced; that may be right.',
      'due before it was set': 'Its date had passed when it was set; that may be right.',
    },
    supersedes: 'Takes the place of: to {what}',
  },
  support: {
    none: (event: string | null) => (event === null ? 'None' : `None: nothing supports that it was ${event}`),
    reported: (event: string, by: string) => `Reported: ${by} for it that it was ${event}`,
    supported: (event: string, by: string) => `Supported: ${by} for it that it was ${event}`,
    disputed: (event: string, by: string, against: number) =>
      `Disputed: ${by} for it that it was ${event}, ${NUMBER.format(against)} against it`,
    by: (outlets: number, documents: number) =>
      listed([
        ...(outlets > 0 || documents === 0 ? [counted(outlets, 'outlet', 'outlets')] : []),
        ...(documents > 0 ? [counted(documents, 'primary document', 'primary documents')] : []),
      ]),
  },
  schedule: {
    noDate: 'no date was set',
    noDateWords: 'no date, only words: {words}',
    metWithoutDate: 'met; no date had been set',
    today: 'due today',
    due: (left: string) => `due in ${left}`,
    soon: (left: string) => `due soon, in ${left}`,
    overdue: (late: string) => `overdue by ${late}`,
    perhaps: (late: string) => `perhaps overdue, by ${late}`,
    onTime: 'met on time',
    late: (late: string) => `met ${late} late`,
    perhapsLate: (late: string) => `met on time or ${late} late`,
    ended: { broken: 'broken', withdrawn: 'withdrawn', superseded: 'another commitment took its place' },
    endedLate: (late: string) => `, ${late} past its date`,
    pastFirst: (late: string) => `; ${late} past the first date that was set`,
    endDisputed: '; that it ended is disputed',
    until: 'until {date}',
  },
  evidence: {
    stances: STANCES,
    ownVoice: 'in the outlet’s own words',
    via: (names: string) => `through ${isolated(names)}`,
    primary: 'primary document',
    said: 'said {date}',
    outletNotKnown: 'outlet not known',
    label: 'Evidence',
    more: (count: number) => `and ${NUMBER.format(count)} more`,
  },
  timeline: {
    title: 'Timeline',
    drawing: (title: string) => `Timeline of ${title}`,
    table: 'The same as a table',
    when: 'When',
    what: 'What',
    matter: 'Of what',
    others: 'Also said',
    asked: 'Demands',
    due: 'due {date}',
    overdueUntil: 'overdue by {late}, until {date}',
    overdueStill: 'overdue by {late}',
    demand: 'asked to {what}',
    left: (count: number) => `${counted(count, 'line is', 'lines are')} only in the table: there are too many to draw.`,
    none: 'Nothing in this dossier has a date yet.',
  },
  quotedTitle: 'Also said',
  actors: {
    title: 'People, bodies and places',
    kinds: { person: 'person', organisation: 'organisation', 'public body': 'public body', group: 'group' },
    also: 'also {names}',
    at: '{title}, {of}',
    lies: 'in {place}',
    place: 'place',
    relations: {
      'part of': 'part of {of}',
      'office of': 'the office of {of}',
      'speaks for': 'speaks for {of}',
      'also called': 'also called {of}',
    },
  },
  gone: {
    title: 'No longer there',
    withdrawn: 'Taken back {date}: {reason}',
    removed: 'Removed {date}: {reason}',
    whole: 'This dossier is no longer there',
  },
  record: {
    title: 'On the record',
    published: 'Published',
    changed: 'Last changed',
    days: 'A day ends in',
    utc: 'UTC',
  },
  list: {
    title: 'Dossiers',
    search: 'Search the dossiers',
    searchHint: 'Words of the title; all have to be there.',
    found: (count: number, words: string) =>
      count === 0
        ? `No dossier is called “${isolated(words)}”.`
        : `${counted(count, 'dossier', 'dossiers')} called “${isolated(words)}”.`,
    total: (count: number) => `${counted(count, 'dossier', 'dossiers')}, the last changed first.`,
    none: 'No dossier is published yet.',
    all: 'Show all dossiers',
    changed: 'Changed',
  },
} as const
