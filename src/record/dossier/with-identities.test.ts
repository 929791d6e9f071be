import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDossierFile } from '../../../test/any-dossier.ts'
import { evidenceIn } from '../../../test/pieces-of-evidence.ts'
import type { Actor } from '../actors/actor.ts'
import { type IdentityDecision, identitiesAt } from '../actors/identities.ts'
import { mergedActors } from '../actors/merged-actors.ts'
import { withIdentities } from './with-identities.ts'

const NOW = '2026-01-02T00:00:00.000Z'
const merge = (gone: string, into: string): IdentityDecision => ({
  id: `${gone}-${into}`,
  recordedAt: '2026-01-01T00:00:00.000Z',
  kind: 'merge',
  gone,
  into,
})

function actor(id: string, names: readonly string[], relations: Actor['relations'] = []): Actor {
  const named = names.map((name) => ({ name, language: null, script: 'Latn', kind: 'official' as const }))
  return {
    id,
    kind: 'person',
    names: named,
    roles: [],
    relations,
    identifiers: [{ scheme: 'wikidata', value: id }],
  }
}

test('merged actors are one, with the names and relations of all, and none to itself', () => {
  const relation = (to: string) => ({ kind: 'speaks for', to, when: null }) as const
  const actors = [
    actor('a', ['Lee'], [relation('c')]),
    actor('b', ['Lee', 'Li'], [relation('a'), relation('d')]),
    actor('c', ['Office'], [relation('b')]),
    actor('d', ['House']),
  ]
  const merged = mergedActors(actors, identitiesAt([merge('b', 'a')], NOW))
  expect(
    merged.map(({ id, names, relations }) => [id, names.map(({ name }) => name), relations.map(({ to }) => to)]),
  ).toEqual([
    ['a', ['Lee', 'Li'], ['c', 'd']],
    ['c', ['Office'], ['a']],
    ['d', ['House'], []],
  ])
  expect(merged[0]?.identifiers).toEqual([{ scheme: 'wikidata', value: 'a' }])
})

test('an actor that was merged into one of another dossier keeps its names', () => {
  const actors = [actor('a', ['Lee'])]
  expect(mergedActors(actors, identitiesAt([merge('a', 'z')], NOW))).toEqual(actors)
})

test('without decisions nothing changes; after a merge nobody is called by the id that is gone', () => {
  fc.assert(
    fc.property(anyDossierFile, ({ dossier }) => {
      expect(withIdentities(dossier, identitiesAt([], NOW))).toEqual(dossier)
      const merged = withIdentities(dossier, identitiesAt([merge('a0', 'a1')], NOW))
      if (dossier.actors.length > 1) expect(JSON.stringify(merged)).not.toContain('"a0"')
    }),
  )
})

test('a statement goes where a split sent it', () => {
  const [quoted, other] = ['s1', 's2'].map((statementId) => ({
    id: statementId,
    ...evidenceIn('Courier', 'supports', 'a'),
    statementId,
  }))
  if (quoted === undefined || other === undefined) throw new Error('two were made')
  const split: IdentityDecision = {
    id: '1',
    recordedAt: '2026-01-01T00:00:00.000Z',
    kind: 'split',
    from: 'a',
    to: ['a', 'n'],
    places: [
      { statementId: 's1', to: 'n' },
      { statementId: 's2', to: 'a' },
    ],
  }
  const dossier = {
    id: 'd',
    title: 'd',
    summary: null,
    timeZones: [],
    actors: [actor('a', ['Lee']), actor('n', ['Lee'])],
    places: [],
    commitments: [],
    demands: [],
    figures: [],
    quoted: [quoted, other],
  }
  expect(withIdentities(dossier, identitiesAt([split], NOW)).quoted.map(({ speakerId }) => speakerId)).toEqual([
    'n',
    'a',
  ])
})
