import { expect, test } from 'vitest'
import type { Actor } from '../../src/record/actors/actor.ts'
import type { Coverage } from '../../src/record/coverage.ts'
import { AT_THE_MACHINE } from '../../src/record/decisions.ts'
import type { Id } from '../../src/record/id.ts'
import type { Store } from '../../src/record/store.ts'
import { knownEdtf } from '../../src/text/edtf-time.ts'
import { scriptOf } from '../../src/text/script.ts'
import { coverageOf } from '../marked-coverage.ts'
import { smallDossier, taken } from '../small-dossier.ts'
import { EVERYTHING, type OpenEmpty, withStore } from './open-empty.ts'

/** `Mara Lee = 李马拉 | minister for water, 2024/..`: names, and a role with its span. */
function actorOf(id: Id, words: string): Actor {
  const [names = '', role] = words.split(' | ')
  const [title = '', when = ''] = role?.split(', ') ?? []
  return {
    id,
    kind: 'person',
    names: names.split(' = ').map((name) => ({ name, language: null, script: scriptOf(name), kind: 'official' })),
    roles: role === undefined ? [] : [{ title, of: null, when: knownEdtf(when) }],
    relations: [],
    identifiers: [],
  }
}

/** `Mara Lee (minister for water); Lee`: an article of 2026 in which these speak, each with the role beside the name; no two editions are the same. */
function article(speakers: string, edition = 0): Coverage {
  const said = speakers.split('; ').map((one) => /^(.+?)(?: \((.+)\))?$/.exec(one) ?? [])
  const marked = said.map(
    ([, name], at) => `[S${at + 1}:${name}] [C${at + 1}:said]: [Q${at + 1}:“Number ${at} in edition ${edition}.”]`,
  )
  const coverage = coverageOf(marked.join('\n\n'), { headline: speakers })
  const statements = coverage.reading.statements.map((statement, at) => ({
    ...statement,
    speaker: statement.speaker && { ...statement.speaker, role: said[at]?.[2] ?? null },
  }))
  return {
    ...coverage,
    article: { ...coverage.article, published: '2026-05-01' },
    reading: { ...coverage.reading, statements },
  }
}

/** Puts a dossier of these actors into the record. @returns their ids there, by those that they are given */
async function follow(store: Store, id: string, actors: Readonly<Record<string, string>>) {
  const own = Object.entries(actors).map(([actor, words]) => actorOf(actor, words))
  await store.dossiers.take(taken(smallDossier([], { id, actors: own, commitments: [] })))
  const view = await store.dossiers.dossier(id, { at: null, on: null })
  const ids = view !== null && 'dossier' in view ? view.dossier.actors.map((actor) => actor.id) : []
  return new Map(own.map((actor, at) => [ids[at] ?? '', actor.id]))
}

/** Adds an article, and says whom each of its statements was taken for: `lee`, or `1`, `2` for others as they come up. */
async function takenFor(store: Store, names: Map<Id, string>, speakers: string, edition = 0): Promise<string> {
  const { articleId } = await store.addCoverage(article(speakers, edition))
  const records = (await store.article(articleId))?.statementRecords ?? []
  return records.map(({ speakerId }) => nameOf(names, speakerId ?? 'nobody')).join(' ')
}

function nameOf(names: Map<Id, string>, id: Id): string {
  const name = names.get(id) ?? String([...names.values()].filter((one) => /^\d+$/.test(one)).length + 1)
  names.set(id, name)
  return name
}

async function open(store: Store, names: Map<Id, string>): Promise<readonly string[]> {
  const { items } = await store.dossiers.speakerProposals(EVERYTHING)
  return items.map(
    ({ actorId, mayBe, reason }) => `${nameOf(names, actorId)} may be ${nameOf(names, mayBe)}: ${reason}`,
  )
}

const LEE = { lee: 'Mara Lee = 李马拉 | minister for water, 2024/..', roux: 'Jean Roux' }

/** Articles in their order; whom each statement is taken for; what is proposed then, the newest first. */
const CASES: readonly [articles: readonly string[], taken: readonly string[], proposed: readonly string[]][] = [
  [['Mara Lee'], ['lee'], []],
  [['李马拉'], ['lee'], []],
  [['Mara Lee (minister for water)', 'Mara Lee'], ['lee', 'lee'], []],
  [['Mara Lee (baker)'], ['1'], ['1 may be lee: name, another role']],
  [['Mara Lee (baker)', 'Mara Lee (baker)'], ['1', '1'], ['1 may be lee: name, another role']],
  [['Mara Lee (baker)', 'Mara Lee (minister for water)'], ['1', 'lee'], ['1 may be lee: name, another role']],
  [
    ['Mara Lee (baker)', 'Mara Lee'],
    ['1', '2'],
    ['2 may be lee: shared name', '1 may be lee: name, another role'],
  ],
  [['Lee'], ['1'], []],
  [['Jean Roux; Lee'], ['roux 1'], ['1 may be lee: surname']],
  [
    ['Jean Roux; Lee', 'Jean Roux; Lee'],
    ['roux 1', 'roux 2'],
    ['2 may be lee: surname', '2 may be 1: short name', '1 may be lee: surname'],
  ],
  [['Jean Roux; the minister for water'], ['roux 1'], ['1 may be lee: role']],
  [['Ana Silva; the minister for water'], ['1 2'], []],
  [['Mára Lee'], ['1'], ['1 may be lee: spelling']],
  [['Ana Silva', 'Ana Silva (mayor)', 'Ana Silva (former mayor)'], ['1', '1', '1'], []],
  [['Ana Silva (mayor)', 'Ana Silva (judge)'], ['1', '2'], ['2 may be 1: name, another role']],
  [['Ana Silva', 'Ana Silva (mayor)', 'Ana Silva (judge)'], ['1', '1', '2'], ['2 may be 1: name, another role']],
  [
    ['Ana Silva (mayor)', 'Ana Silva (judge)', 'Ana Silva', 'Ana Silva (the judge)', 'Ana Silva (mayor)'],
    ['1', '2', '3', '2', '1'],
    ['3 may be 1: shared name', '2 may be 1: name, another role'],
  ],
  [
    ['Silva', 'Silva', 'Silva'],
    ['1', '2', '3'],
    ['3 may be 1: short name', '2 may be 1: short name'],
  ],
  [['Silva (mayor of Selbrick)', 'Silva (judge)'], ['1', '2'], []],
  [['UNHCR', 'UNHCR', '李马丽', '李马丽'], ['1', '1', '2', '2'], []],
]

/** Articles in their order, then a dossier of Mara Lee; whom each statement was taken for; what is proposed then. */
const FOLLOWED_LATER: readonly [articles: readonly string[], taken: readonly string[], proposed: readonly string[]][] =
  [
    [['Mara Lee'], ['lee'], []],
    [['Mara Lee (minister for water)'], ['lee'], []],
    [['Mara Lee (minister)', 'Mara Lee'], ['lee', 'lee'], []],
    [['Mara Lee (baker)'], ['1'], ['1 may be lee: name, another role']],
    [['李马拉 (法官)'], ['1'], ['1 may be lee: name, another role']],
    [['Mara Lee (baker)', 'Mara Lee (minister for water)'], ['1', 'lee'], ['lee may be 1: name, another role']],
    [
      ['Mara Lee (baker)', 'Mara Lee (judge)'],
      ['1', '2'],
      ['1 may be lee: name, another role', '2 may be 1: name, another role'],
    ],
    [['Lee'], ['1'], []],
  ]

export function speakerProposalRules(openEmpty: OpenEmpty): void {
  test.each(FOLLOWED_LATER)('%j, then a dossier of Mara Lee, minister for water', (articles, expected, proposed) =>
    withStore(openEmpty, async (store) => {
      const ids: Id[] = []
      for (const one of articles) {
        const { articleId } = await store.addCoverage(article(one))
        for (const { speakerId } of (await store.article(articleId))?.statementRecords ?? []) ids.push(speakerId ?? '')
      }
      const names = await follow(store, 'water', LEE)
      expect(ids.map((id) => nameOf(names, id))).toEqual(expected)
      expect(await open(store, names)).toEqual(proposed)
      for (const entry of await store.evidence.ledger(0))
        expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
      expect(await store.evidence.unledgered()).toEqual([])
      // Taken in again, the dossier is understood as before.
      await follow(store, 'water', LEE)
      expect(await open(store, names)).toEqual(proposed)
    }),
  )

  test('of two dossiers, actors of one name are one only where their roles do not contradict', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', { lee: 'Mara Lee | minister for water, 2024/..' })
      const same = await follow(store, 'dam', { again: 'Mara Lee | minister, 2025/..' })
      const other = await follow(store, 'bread', { baker: 'Mara Lee | baker, 2020/..' })
      const [lee] = names.keys()
      expect([...same.keys()]).toEqual([lee])
      expect([...other.keys()]).not.toEqual([lee])
      expect(await takenFor(store, names, 'Mara Lee (minister for water)')).toBe('lee')
    }))

  test('a page of proposals begins where the one before ended, whatever comes in or is decided meanwhile', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      for (const role of ['baker', 'judge', 'farmer', 'singer', 'pilot'])
        await takenFor(store, names, `Mara Lee (${role})`)
      const page = (cursor: string | null) => store.dossiers.speakerProposals({ words: null, cursor, limit: 2 })
      const first = await page(null)
      expect(first).toMatchObject({ items: [{ mayBe: expect.any(String) }, {}], total: 5 })
      await takenFor(store, names, 'Mara Lee (sailor)')
      const [, last] = first.items
      await store.dossiers.decideSpeakerProposal(last?.id ?? '', { verdict: 'declined', by: AT_THE_MACHINE })
      const second = await page(first.next)
      const third = await page(second.next)
      expect(third.next).toBeNull()
      const all = [...first.items, ...second.items, ...third.items].map(({ actorId }) => nameOf(names, actorId))
      expect(all).toEqual(['5', '4', '3', '2', '1'])
      expect(third.total).toBe(5)
    }))

  test('two that became one by another way are proposed no more, and again once that is undone', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      await takenFor(store, names, 'Mara Lee (baker)')
      const before = await open(store, names)
      const [proposal] = (await store.dossiers.speakerProposals(EVERYTHING)).items
      const [gone, into] = [proposal?.actorId ?? '', proposal?.mayBe ?? '']
      const [roux = ''] = [...names].flatMap(([id, name]) => (name === 'roux' ? [id] : []))
      // By way of a third.
      await store.dossiers.decideIdentity({ kind: 'merge', gone, into: roux }, AT_THE_MACHINE)
      const merge = { kind: 'merge', gone: roux, into } as const
      const { id } = await store.dossiers.decideIdentity(merge, AT_THE_MACHINE)
      expect(await open(store, names)).toEqual([])
      await store.dossiers.decideIdentity({ kind: 'undo', undoes: id }, AT_THE_MACHINE)
      expect(await open(store, names)).toEqual(['roux may be lee: name, another role'])
      expect(before).toEqual(['1 may be lee: name, another role'])
    }))

  test.each(CASES)('a dossier of Mara Lee, minister, and Jean Roux, then %j', (articles, expected, proposed) =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      const found: string[] = []
      for (const [at, one] of articles.entries()) found.push(await takenFor(store, names, one, at))
      expect(found).toEqual(expected)
      expect(await open(store, names)).toEqual(proposed)
      for (const entry of await store.evidence.ledger(0))
        expect(await store.evidence.bodyNow(entry)).toEqual(entry.body)
      expect(await store.evidence.unledgered()).toEqual([])
    }),
  )

  test('what is accepted is one actor from then on, and two again when that is undone', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      await takenFor(store, names, 'Jean Roux; Lee')
      const [proposal] = (await store.dossiers.speakerProposals(EVERYTHING)).items
      const decide = (verdict: 'accepted' | 'declined') =>
        store.dossiers.decideSpeakerProposal(proposal?.id ?? '', { verdict, by: AT_THE_MACHINE })
      expect(await decide('accepted')).toMatchObject({ verdict: 'accepted', mayBe: proposal?.mayBe })
      await expect(decide('accepted')).rejects.toMatchObject({ code: 'refused' })
      await expect(decide('declined')).rejects.toMatchObject({ code: 'refused' })
      expect(await open(store, names)).toEqual([])
      expect(await store.speaker(proposal?.mayBe ?? '', EVERYTHING)).toMatchObject({ statements: { total: 1 } })
      // Another article's "Lee" is not certain by that.
      await takenFor(store, names, 'Lee; Jean Roux')
      expect(await store.speaker(proposal?.mayBe ?? '', EVERYTHING)).toMatchObject({ statements: { total: 1 } })
      expect(await open(store, names)).toEqual(['2 may be lee: short name'])
      const [merge] = await store.dossiers.identityDecisions()
      await store.dossiers.decideIdentity({ kind: 'undo', undoes: merge?.id ?? '' }, AT_THE_MACHINE)
      expect(await store.speaker(proposal?.mayBe ?? '', EVERYTHING)).toMatchObject({ statements: { total: 0 } })
    }))

  test('what is declined is not proposed again', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      await takenFor(store, names, 'Jean Roux; Lee')
      const [proposal] = (await store.dossiers.speakerProposals(EVERYTHING)).items
      const declined = { verdict: 'declined', by: AT_THE_MACHINE } as const
      await store.dossiers.decideSpeakerProposal(proposal?.id ?? '', declined)
      const [{ id = '' } = {}] = (await store.articles(EVERYTHING)).items
      const textId = (await store.versions(id))[0]?.textId ?? ''
      const { reading } = article('Jean Roux; Lee')
      await store.addReading(textId, { ...reading, reader: { name: 'marks', version: '2' } })
      expect(await open(store, names)).toEqual([])
      await expect(store.dossiers.decideSpeakerProposal('none', declined)).rejects.toMatchObject({ code: 'refused' })
    }))

  test('whoever was split bears one name with the others, and nobody new is taken for one of them', () =>
    withStore(openEmpty, async (store) => {
      const names = new Map<Id, string>()
      expect(await takenFor(store, names, 'Ana Silva')).toBe('1')
      const [ana] = (await store.speakers(EVERYTHING)).items
      const from = ana?.id ?? ''
      const statements = (await store.speaker(from, EVERYTHING))?.statements.items ?? []
      const places = statements.map(({ statement }) => ({ statementId: statement.id, to: 'other' }))
      const split = { kind: 'split', from, to: [from, 'other'], places } as const
      const { id } = await store.dossiers.decideIdentity(split, AT_THE_MACHINE)
      names.set('other', '2')
      expect(await takenFor(store, names, 'Ana Silva; Jean Roux')).toBe('3 4')
      expect(await open(store, names)).toEqual(['3 may be 2: shared name', '3 may be 1: shared name'])
      await store.dossiers.decideIdentity({ kind: 'undo', undoes: id }, AT_THE_MACHINE)
    }))

  test('a speaker stays the same when an article is read again', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      expect(await takenFor(store, names, 'Mara Lee (baker)')).toBe('1')
      const [{ id = '' } = {}] = (await store.articles(EVERYTHING)).items
      const textId = (await store.versions(id))[0]?.textId ?? ''
      const { reading } = article('Mara Lee (baker)')
      await store.addReading(textId, { ...reading, reader: { name: 'marks', version: '2' } })
      expect((await store.article(id))?.statementRecords.map(({ speakerId }) => names.get(speakerId ?? ''))).toEqual([
        '1',
      ])
    }))

  test('nothing is left to decide about a removed article', () =>
    withStore(openEmpty, async (store) => {
      const names = await follow(store, 'water', LEE)
      await takenFor(store, names, 'Mara Lee (baker)')
      const [{ id = '' } = {}] = (await store.articles(EVERYTHING)).items
      await store.removeArticle({ articleId: id, reason: 'a court ordered it', by: null })
      expect(await open(store, names)).toEqual([])
    }))

  test.each([[[0, 1, 2]], [[0, 2, 1]], [[1, 0, 2]], [[1, 2, 0]], [[2, 0, 1]], [[2, 1, 0]]])(
    'in the order %j the minister and the baker of one name are never joined',
    (order) =>
      withStore(openEmpty, async (store) => {
        const names = await follow(store, 'water', LEE)
        const articles = ['Mara Lee (minister for water)', 'Mara Lee (baker)', 'Jean Roux; Lee']
        const found: string[] = []
        for (const at of order) found[at] = await takenFor(store, names, articles[at] ?? '')
        expect(found[0]).toBe('lee')
        expect(found[1]).not.toBe('lee')
        expect((await open(store, names)).map((one) => one.replace(/^\d/, 'somebody')).sort()).toEqual([
          'somebody may be lee: name, another role',
          'somebody may be lee: surname',
        ])
      }),
  )
}
