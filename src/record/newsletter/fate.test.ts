import { expect, test } from 'vitest'
import type { Fate } from './delivery.ts'
import { BACK_OFF, fateOf, type SendOutcome } from './fate.ts'

const NOW = '2026-11-24T05:41:00.000Z'

const taken = (code: number): SendOutcome => ({ kind: 'taken', reply: { code, text: 'ok' } })
const declined = (code: number): SendOutcome => ({ kind: 'declined', reply: { code, text: 'no' } })
const lost = (wasHandedOver: boolean): SendOutcome => ({
  kind: 'lost',
  reply: { code: 0, text: 'gone' },
  wasHandedOver,
})

const CASES: readonly [what: string, outcome: SendOutcome, tries: number, fate: Partial<Fate>][] = [
  ['taken', taken(250), 0, { state: 'accepted' }],
  [
    'declined for now',
    declined(451),
    0,
    { state: 'deferred', notBefore: '2026-11-24T05:46:00.000Z', mayRepeat: false },
  ],
  ['declined for now, the third time', declined(450), 2, { state: 'deferred', notBefore: '2026-11-24T06:01:00.000Z' }],
  ['never longer than four hours', declined(452), 20, { state: 'deferred', notBefore: '2026-11-24T09:41:00.000Z' }],
  ['declined for now until it is given up', declined(451), 23, { state: 'refused', mayRepeat: false }],
  ['declined for good', declined(550), 0, { state: 'refused', mayRepeat: false }],
  ['the server closes', declined(421), 0, { state: 'waiting' }],
  ['lost before the message was whole', lost(false), 0, { state: 'waiting' }],
  ['lost when it may have been taken', lost(true), 0, { state: 'deferred', mayRepeat: true }],
  ['lost so once too often', lost(true), 23, { state: 'refused', mayRepeat: true }],
]

test.each(CASES)('%s', (_, outcome, tries, fate) => {
  expect(fateOf(outcome, { tries, now: NOW, random: 0.5, backOff: BACK_OFF })).toMatchObject(fate)
})
