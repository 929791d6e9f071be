import { expect, test } from 'vitest'
import { systems } from './systems.ts'

test('without their variables only Onrecord runs, and each peer says which one to set', () => {
  const [small, tiny, ...peers] = systems({})
  expect([small?.command, tiny?.command]).not.toContain(null)
  expect(peers.map(({ command, toGet }) => [command, /ONRECORD_PEERS_\w+/.exec(toGet)?.[0]])).toEqual([
    [null, 'ONRECORD_PEERS_PYTHON'],
    [null, 'ONRECORD_PEERS_CORENLP'],
    [null, 'ONRECORD_PEERS_COMPROMISE'],
  ])
})

test('a variable puts its peer in, an empty one does not', () => {
  const running = (environment: NodeJS.ProcessEnv) =>
    systems(environment).flatMap(({ name, command }) => (command === null ? [] : [name]))
  expect(running({ ONRECORD_PEERS_PYTHON: '/venv', ONRECORD_PEERS_CORENLP: '' })).toEqual(['small', 'tiny', 'textacy'])
})
