import type { Actor } from '../src/record/actors/actor.ts'
import { actorIndex } from '../src/record/actors/speaks-for.ts'
import type { CommitmentEvent, Due, EventKind } from '../src/record/commitments/commitment.ts'
import type { AnswerOptions, ThreeAnswers } from '../src/record/commitments/three-answers.ts'
import { dayInLastZone } from '../src/record/dossier/day-in-zones.ts'
import type { Days } from '../src/record/dossier/days.ts'
import type { ArticleFacts, Evidence, Stance } from '../src/record/dossier/quoted.ts'
import { daysOf, type Edtf, knownEdtf } from '../src/text/edtf-time.ts'

/** One question of the table: what happened, the day that is asked about, and the answers that are expected. */
export type Case = {
  readonly name: string
  readonly line: number
  readonly events: readonly CommitmentEvent[]
  readonly options: AnswerOptions
  readonly expected: string
}

const EVENT = /^(\S+) (announced|agreed|scheduled|postponed|started|met|partly met|broken|withdrawn|superseded)(.*)$/
const CLAUSE = /^(?: by (?<speaker>[^,]+?)(?: said (?<said>\S+))?)?(?:, (?<sources>.*))?$/
const DUE = /^due (?:(?<date>[\dX/~?%.-]+))? ?(?:"(?<words>[^"]+)")?$/
const STANCES: Readonly<Record<string, Stance>> = {
  supported: 'supports',
  disputed: 'disputes',
  mentioned: 'mentions',
}
const RELATION = /^(.+) (speaks for|office of|part of|also called) (.+?)(?: (\d\S*))?$/
const ASKED = /^asked (?:on (?<day>\S+)|at (?<instant>\S+) in (?<zones>[^→]+?)) → (?<answers>.+)$/

/** Names as ids: "the office" and "office" are one. */
const idOf = (name: string) => name.replace(/^the /, '')

/** "Reuters in Straits Times", "Guardian on 2022-05-28", "the document letter": the words are the article's name, too. */
function evidenceOf(source: string, by: { speakerId: string | null; saidOn: Edtf | null; stance: Stance }): Evidence {
  const [via, article] = source.includes(' in ') ? source.split(' in ') : [null, source]
  return {
    article: article ?? source,
    words: 'words',
    statementId: null,
    via: via === null || via === undefined ? [] : [via],
    isPrimary: source.startsWith('the document'),
    ...by,
  }
}

function evidenceIn(clause: string, stance: Stance, line: string): readonly Evidence[] {
  const found = CLAUSE.exec(clause)?.groups
  if (found === undefined) throw new Error(`not understood: ${line}`)
  const { speaker, said, sources } = found
  const by = {
    speakerId: speaker === undefined ? null : idOf(speaker),
    saidOn: said === undefined ? null : knownEdtf(said),
    stance,
  }
  return (sources?.split(', ') ?? []).map((source) => evidenceOf(source, by))
}

function dueIn(clause: string): Due | null {
  const found = DUE.exec(clause)?.groups
  if (found === undefined) return null
  return { date: found['date'] === undefined ? null : knownEdtf(found['date']), words: found['words'] ?? null }
}

/** One line: `DATE KIND by WHO, AGENCY in OUTLET, OUTLET; due DATE "words"; disputed by WHO, OUTLET`. */
function eventIn(line: string, id: string): CommitmentEvent | { readonly superseded: Edtf } {
  const [head = '', ...clauses] = line.split('; ')
  const [, date = '', kind, rest = ''] = EVENT.exec(head) ?? []
  if (kind === undefined) throw new Error(`not understood: ${line}`)
  if (kind === 'superseded') return { superseded: knownEdtf(date) }
  const evidence = [...evidenceIn(rest, 'supports', line)]
  let due: Due | null = null
  for (const clause of clauses) {
    const [word = ''] = clause.split(/[ ,]/, 1)
    const stance = STANCES[word]
    if (stance !== undefined) evidence.push(...evidenceIn(clause.slice(word.length), stance, line))
    else due = dueIn(clause)
    if (stance === undefined && due === null) throw new Error(`not understood: ${line}`)
  }
  return { id, kind: kind as EventKind, date: knownEdtf(date), due, evidence }
}

/** The people of the table, as actors; everybody who is not among them speaks for nobody. */
function peopleIn(lines: readonly string[]): readonly Actor[] {
  const relations = lines.map((line) => {
    const [, from = '', kind, to = '', when] = RELATION.exec(line) ?? []
    if (kind === undefined) throw new Error(`not understood: ${line}`)
    const relation = { kind, to: idOf(to), when: when === undefined ? null : knownEdtf(when) }
    return { from: idOf(from), relation: relation as Actor['relations'][number] }
  })
  return [...new Set(relations.map(({ from }) => from))].map((id) => ({
    id,
    kind: 'person',
    names: [],
    roles: [],
    relations: relations.filter(({ from }) => from === id).map(({ relation }) => relation),
    identifiers: [],
  }))
}

/** The events of lines as the table has them; what supersedes is left out. */
export function eventsIn(lines: readonly string[]): readonly CommitmentEvent[] {
  return lines.map((line, at) => eventIn(line, String(at))).flatMap((one) => ('superseded' in one ? [] : [one]))
}

/**
 * Reads a table of cases. Blocks are parted by empty lines: a name, then indented lines: events, then questions. The
 * block called "people" says who speaks for whom. Lines that begin with `#` are for the reader.
 */
export function casesIn(table: string): readonly Case[] {
  const lines = table.split('\n').map((text, at) => ({ text, line: at + 1 }))
  const cases: Case[] = []
  let people: readonly Actor[] = []
  let name = ''
  let block: string[] = []
  for (const { text, line } of lines) {
    if (text.startsWith('#') || text.trim() === '') continue
    const asked = ASKED.exec(text.trim())?.groups
    if (!text.startsWith(' ')) [name, block] = [text.trim(), []]
    else if (asked !== undefined) cases.push(caseOf({ name, line, block, people, asked }))
    else block.push(text.trim())
    if (name === 'people') people = peopleIn(block)
  }
  return cases
}

type Block = {
  readonly name: string
  readonly line: number
  readonly block: readonly string[]
  readonly people: readonly Actor[]
  readonly asked: Readonly<Record<string, string | undefined>>
}

function articleOf(article: string): ArticleFacts {
  const [outlet = '', published] = article.split(' on ')
  const isNamed = !/^(?:an unknown|the document)/.test(outlet)
  return { outlet: isNamed ? outlet : null, published: published === undefined ? null : knownEdtf(published) }
}

function caseOf({ name, line, block, people, asked }: Block): Case {
  const events = eventsIn(block)
  const superseded = block.map((text) => eventIn(text, '')).find((one) => 'superseded' in one)
  const { day, instant, zones, answers = '' } = asked
  const today =
    instant === undefined ? (daysOf(knownEdtf(day ?? '')).last ?? 0) : dayInLastZone(instant, zones?.split(' ') ?? [])
  const options = { today, actors: actorIndex(people), articleOf, supersededOn: superseded?.superseded ?? null }
  return { name, line, events, options, expected: answers }
}

const counted = ({ least, most, isAbout }: Days) =>
  `${isAbout ? 'about ' : ''}${least === most ? most : `${least} to ${most}`} ${most === 1 ? 'day' : 'days'}`

function scheduleOf({ schedule }: ThreeAnswers): string {
  switch (schedule.state) {
    case 'no date':
    case 'met on time':
      return schedule.state
    case 'due':
      return `due in ${counted(schedule.in)}`
    case 'due soon':
      return schedule.in.most === 0 ? 'due today' : `due soon, in ${counted(schedule.in)}`
    case 'overdue':
      return `overdue by ${counted(schedule.by)}`
    case 'perhaps overdue':
      return `perhaps overdue by up to ${schedule.by.most} days`
    case 'met late':
      return `met ${counted(schedule.by)} late`
    case 'met, perhaps late':
      return `met on time or up to ${schedule.by.most} days late`
    case 'ended':
      return `${schedule.as}${schedule.late === null ? '' : ` ${counted(schedule.late)} past due`}`
  }
}

/** The three answers as the table writes them. */
export function answersInWords(answers: ThreeAnswers): string {
  const { official, evidence, schedule } = answers
  const denies = official.denies === null ? '' : `, denies ${official.denies}`
  const of = evidence.of === null || evidence.of === official.says ? '' : ` (${evidence.of})`
  const disputed = schedule.isEndDisputed ? ' (disputed)' : ''
  const moved = schedule.pastFirstDue === null ? '' : `, ${counted(schedule.pastFirstDue)} past the first date`
  return `official: ${official.says ?? 'nothing'}${denies}; evidence: ${evidence.support}${of}; schedule: ${scheduleOf(answers)}${disputed}${moved}`
}
