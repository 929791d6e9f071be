/** A dossier as plain text, for a terminal: where it stands, and why. */

import type { Due } from '../record/commitments/commitment.ts'
import type { ThreeAnswers } from '../record/commitments/three-answers.ts'
import type { Days } from '../record/dossier/days.ts'
import type { Id } from '../record/id.ts'
import type { DossierView } from '../record/public-record.ts'
import { edtfOfDay } from '../text/calendar-day.ts'
import { type HappenedStanding, happenedStanding } from './dossier/happened-standing.ts'
import { terminalWords } from './terminal.ts'

function days({ least, most, isAbout }: Days): string {
  if (least !== most) return `${least} to ${most} days`
  return `${isAbout ? 'about ' : ''}${least} ${least === 1 ? 'day' : 'days'}`
}

function dueWords(due: Due | null): string {
  if (due === null) return ''
  const date = due.date === null ? '' : ` ${due.date.edtf}`
  return ` (due${date}${due.words === null ? '' : ` “${terminalWords(due.words)}”`})`
}

function scheduleWords({ schedule }: ThreeAnswers): string {
  const past = schedule.pastFirstDue === null ? '' : `; ${days(schedule.pastFirstDue)} past the first date that was set`
  const due = `${dueWords(schedule.due)}${past}`
  switch (schedule.state) {
    case 'no date':
    case 'met on time':
      return `${schedule.state}${due}`
    case 'due':
    case 'due soon':
      return `${schedule.state}, in ${days(schedule.in)}${due}`
    case 'overdue':
      return `overdue by ${days(schedule.by)}${due}`
    case 'perhaps overdue':
      return `perhaps overdue, by ${days(schedule.by)}${due}`
    case 'met late':
    case 'met, perhaps late':
      return `${schedule.state}: ${days(schedule.by)}${due}`
    case 'ended':
      return `${schedule.as}${schedule.late === null ? '' : `, ${days(schedule.late)} late`}${due}`
  }
}

/** The three answers, a line each. */
function answerLines(answers: ThreeAnswers): readonly string[] {
  const { official, evidence } = answers
  const denies = official.denies === null ? '' : `; says it was not ${official.denies}`
  const counted = `${evidence.supporting} ${evidence.supporting === 1 ? 'outlet' : 'outlets'}, ${evidence.documents} documents for it, ${evidence.disputing} against it`
  return [
    `  official: ${official.says ?? 'says nothing'}${denies}`,
    `  evidence: ${evidence.support}${evidence.of === null ? '' : ` (${evidence.of}; ${counted})`}`,
    `  schedule: ${scheduleWords(answers)}`,
  ]
}

/** What each part of a dossier is, with where it stands. */
function parts({ dossier }: DossierView, standing: HappenedStanding): readonly string[] {
  const names = new Map(dossier.actors.map(({ id, names: [first] }) => [id, first?.name ?? id]))
  const nameOf = (id: Id | null) => terminalWords(id === null ? 'nobody by name' : (names.get(id) ?? id))
  const commitments = standing.commitments.flatMap(({ commitment, answers, terms }) => [
    '',
    `${nameOf(commitment.actorId)}: to ${terminalWords(commitment.what)}`,
    ...answerLines(answers),
    ...terms
      .filter(({ sides }) => sides.length > 0)
      .flatMap(({ term, sides }) => [
        `  term: ${terminalWords(term.what)}`,
        ...sides.map(
          ({ side, state, last, evidence }) =>
            `    ${side === null ? 'the coverage itself' : nameOf(side)}: ${state} (${last.date.edtf}, ${evidence.support})`,
        ),
      ]),
  ])
  const demands = standing.demands.flatMap(({ demand, standing: { state, openFor, evidence } }) => {
    const declared = demand.declared === null ? '' : `; declared: ${demand.declared.count} ${demand.declared.of}`
    return [
      '',
      `Asked of ${nameOf(demand.addresseeId)}: to ${terminalWords(demand.what)} (${demand.date.edtf})`,
      `  ${state}${openFor === null ? '' : ` ${state === 'open' ? 'for' : 'after'} ${days(openFor)}`}, ${evidence.support}`,
      `  signed by ${demand.listed.map(nameOf).join(', ') || 'nobody by name'}${terminalWords(declared)}`,
    ]
  })
  const figures = standing.figures
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ figure, rows }) => [
      '',
      `How many: ${terminalWords(figure.what)}`,
      ...rows.map(({ claim, evidence }) => {
        const claimant = claim.by === null ? terminalWords(claim.claimant ?? '') : nameOf(claim.by)
        const since = claim.since === null ? '' : `, since ${claim.since.edtf}`
        return `  ${claim.comparator} ${claim.value} ${terminalWords(claim.unit)}: ${claimant} (${claim.date.edtf}${since}; ${evidence.support})`
      }),
    ])
  return [...commitments, ...demands, ...figures]
}

/** What is there no more, a line each. */
export function goneLines(gone: DossierView['gone']): readonly string[] {
  return gone.map(
    ({ type, thingId, how, recordedAt, reason }) =>
      `${type} ${terminalWords(thingId)}: ${how} on ${recordedAt.slice(0, 10)}, ${terminalWords(reason)}`,
  )
}

/** Where a dossier stands on a day, as the record knew it. */
export function dossierText(view: DossierView): string {
  const { dossier, gone, at, today, publishedAt } = view
  const standing = happenedStanding(view)
  const states = standing.commitments.map(({ answers }) => answers.schedule.state)
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length
  const open = standing.demands.filter(({ standing: { state } }) => state === 'open').length
  return [
    terminalWords(dossier.title),
    ...(dossier.summary === null ? [] : [terminalWords(dossier.summary)]),
    `On ${edtfOfDay(today) ?? 'that day'}, as the record stood on ${at.slice(0, 10)}; ${publishedAt === null ? 'not published' : `published ${publishedAt.slice(0, 10)}`}.`,
    `Commitments: ${states.length}, of which met: ${count('met on time', 'met late', 'met, perhaps late')}, overdue: ${count('overdue', 'perhaps overdue')}, due: ${count('due', 'due soon')}. Demands: ${standing.demands.length}, of which open: ${open}.`,
    ...(standing.ahead === 0 ? [] : [`Dated after this day, and not shown: ${standing.ahead}.`]),
    ...parts(view, standing),
    ...(gone.length === 0 ? [] : ['', 'No longer there:', ...goneLines(gone).map((line) => `  ${line}`)]),
  ].join('\n')
}
