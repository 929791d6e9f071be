import { expect, test } from 'vitest'
import { knownEdtf } from '../../text/edtf-time.ts'
import { scriptOf } from '../../text/script.ts'
import type { Actor, ActorKind, Relation, Role } from './actor.ts'
import { matchSpeaker } from './match-speaker.ts'
import { sameTitle } from './same-title.ts'
import { speakerIndex } from './speaker-index.ts'

const names = (list: string) =>
  list.split(', ').map((name) => ({ name, language: null, script: scriptOf(name), kind: 'official' as const }))

/** `title, when`: a role; `also called ID, when`: a relation. */
function actor(id: string, kind: ActorKind, called: string, more: readonly string[] = []): Actor {
  const read = more.map((words) => {
    const [what = '', when] = words.split(', ')
    return { what, when: when === undefined ? null : knownEdtf(when) }
  })
  const also = /^also called (\w+)$/
  return {
    id,
    kind,
    names: names(called),
    roles: read.filter(({ what }) => !also.test(what)).map(({ what, when }): Role => ({ title: what, of: null, when })),
    relations: read.flatMap(({ what, when }): Relation[] => {
      const to = also.exec(what)?.[1]
      return to === undefined ? [] : [{ kind: 'also called', to, when }]
    }),
    identifiers: [],
  }
}

const INDEX = speakerIndex(
  [
    actor('okvist', 'person', 'Maren Okvist, 马伦', ['Chief Inspector of Rivers, 2018-09-01/2022-08-31']),
    actor('halvane', 'person', 'Teodor Halvane, Halvane', ['minister for waters and energy, 2024-03/..']),
    actor('dorrin-mayor', 'person', 'Pavel Dorrin', ['mayor of Selbrick, 2020/..']),
    actor('dorrin-judge', 'person', 'Pavel Dorrin', ['judge of the river court, 2015/2021']),
    actor('pena', 'person', 'José Peña'),
    actor('government', 'public body', 'Government of Talverin', ['also called talver, 2000/..']),
    actor('inspectorate', 'organisation', 'Inspectorate'),
  ],
  [{ id: 'talver', names: names('Talver, 塔尔弗'), in: null, identifiers: [] }],
)

/** `name | role | date`, a dash for none; what it comes to. */
const CASES: readonly [mention: string, match: string][] = [
  ['Maren Okvist | - | 2022-01', 'certain: okvist, name'],
  ['maren  OKVIST | - | -', 'certain: okvist, name'],
  ['马伦 | - | 2022-01', 'certain: okvist, name'],
  ['Maren Okvist | chief inspector | 2022-01', 'certain: okvist, name and role'],
  ['Maren Okvist | the Chief Inspector of Rivers | -', 'certain: okvist, name'],
  ['Maren Okvist | Chief Inspector of Rivers | 2023', 'proposed: okvist, name, another role'],
  ['Maren Okvist | president of the chess club | 2022-01', 'proposed: okvist, name, another role'],
  ['Okvist | - | 2022-01', 'proposed: okvist, surname'],
  ['Halvane | - | 2026', 'proposed: halvane, short name'],
  ['Halvane | minister for waters | 2026', 'certain: halvane, name and role'],
  ['Pavel Dorrin | - | 2020-05', 'proposed: dorrin-judge, shared name; dorrin-mayor, shared name'],
  ['Pavel Dorrin | mayor of Selbrick | 2020-05', 'certain: dorrin-mayor, name and role'],
  ['Pavel Dorrin | river court judge | 2020-05', 'certain: dorrin-judge, name and role'],
  ['Pavel Dorrin | river court judge | 2023', 'proposed: dorrin-judge, shared name; dorrin-mayor, shared name'],
  ['Dorrin | - | 2020-05', 'proposed: dorrin-judge, surname; dorrin-mayor, surname'],
  ['Jose Pena | - | -', 'proposed: pena, spelling'],
  ['Talver | - | 2022', 'proposed: government, also called'],
  ['塔尔弗 | - | 2022', 'proposed: government, also called'],
  ['Talver | - | 1999', 'none'],
  ['Inspectorate | - | -', 'certain: inspectorate, name'],
  ['The Inspectorate | - | -', 'certain: inspectorate, name'],
  ['the minister for waters and energy | - | 2026', 'proposed: halvane, role'],
  ['the minister for waters and energy | - | 2020', 'none'],
  ['the minister | - | 2026', 'none'],
  ['a villager | - | 2026', 'none'],
  ['Ilka Morrand | minister for waters and energy | 2026', 'proposed: halvane, role'],
  ['', 'none'],
]

test.each(CASES)('%s → %s', (words, expected) => {
  const [name = '', role = '-', on = '-'] = words.split(' | ')
  const mention = { name, role: role === '-' ? null : role, on: on === '-' ? null : knownEdtf(on) }
  const match = matchSpeaker(mention, INDEX, new Set(['dorrin-judge']))
  const found =
    match.kind === 'none'
      ? []
      : (match.kind === 'certain' ? [match.match] : match.matches).map(({ actorId, reason }) => `${actorId}, ${reason}`)
  expect(match.kind === 'none' ? 'none' : `${match.kind}: ${found.join('; ')}`).toBe(expected)
})

test.each([
  ['UN High Commissioner for Human Rights', 'the U.N. high commissioner for human rights', true],
  ['UN High Commissioner for Human Rights', 'High Commissioner', true],
  ['UN High Commissioner for Human Rights', 'UN human rights chief', false],
  ['Secretary of State', 'US Secretary of State', true],
  ['Foreign Secretary', 'Home Secretary', false],
  ['spokesman', 'spokesman', true],
  ['spokesman', 'spokesman of the court', false],
  ['the', 'of', false],
  ['', '', false],
])('%s and %s: %s', (one, other, same) => {
  expect(sameTitle(one, other)).toBe(same)
  expect(sameTitle(other, one)).toBe(same)
})
