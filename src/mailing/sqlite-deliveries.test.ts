import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { mailingIn, POST, subscribe, suppress } from '../../test/newsletter/filled-mailing.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { Fate } from '../record/newsletter/delivery.ts'

let now: string
let folder: string
let mailing: ReturnType<typeof mailingIn>
let edition: string

const REPLY = { code: 250, text: '250 ok' }
const accepted: Fate = { state: 'accepted', reply: REPLY }

beforeEach(async () => {
  now = '2026-11-24T05:41:00.000Z'
  folder = temporaryFolder()
  mailing = mailingIn(folder, { now: () => now })
  onTestFinished(() => mailing.close())
  subscribe(folder, ['a@x.example', 'b@y.example', 'c@x.example'])
  edition = await mailing.editions.add(POST)
  await mailing.editions.send(edition, [])
})

const seqsWaiting = async () => (await mailing.deliveries.waiting()).flatMap(({ seqs }) => seqs).toSorted()

test('what waits is given by provider, and is offered once', async () => {
  expect(await mailing.deliveries.waiting()).toEqual([
    { domain: 'x.example', seqs: [1, 3] },
    { domain: 'y.example', seqs: [2] },
  ])
  const offers = await mailing.deliveries.turn([], [1, 2])
  expect(offers.map(({ address, tries }) => [address, tries])).toEqual([
    ['a@x.example', 0],
    ['b@y.example', 0],
  ])
  expect(await mailing.deliveries.turn([], [1, 2])).toEqual([])
  expect(await seqsWaiting()).toEqual([3])
})

test('a fate and the next offer are written at once', async () => {
  await mailing.deliveries.turn([], [1])
  const offers = await mailing.deliveries.turn([{ seq: 1, fate: accepted }], [2])
  expect(offers.map(({ seq }) => seq)).toEqual([2])
  expect(await mailing.deliveries.counts(edition)).toMatchObject({ accepted: 1, offered: 1, waiting: 1 })
})

test('whoever must not be written to any more is not, from the moment of offering on', async () => {
  const planned = await seqsWaiting()
  suppress(folder, 'b@y.example')
  expect((await mailing.deliveries.turn([], planned)).map(({ seq }) => seq)).toEqual([1, 3])
  expect(await mailing.deliveries.counts(edition)).toMatchObject({ suppressed: 1, offered: 2 })
})

test('what is paused or cancelled is not offered, what was offered has its fate, what is resumed goes on', async () => {
  await mailing.deliveries.turn([], [1])
  await mailing.editions.act(edition, 'pause')
  expect(await mailing.deliveries.turn([{ seq: 1, fate: accepted }], [2])).toEqual([])
  expect(await seqsWaiting()).toEqual([])
  expect(await mailing.editions.send(edition, [])).toBe(false)
  await mailing.editions.act(edition, 'resume')
  expect(await seqsWaiting()).toEqual([2, 3])
  await mailing.editions.act(edition, 'cancel')
  expect(await mailing.deliveries.turn([], [2, 3])).toEqual([])
  expect(await mailing.deliveries.counts(edition)).toMatchObject({ accepted: 1, waiting: 2 })
})

test('what was deferred waits until then, and counts its tries', async () => {
  await mailing.deliveries.turn([], [1])
  const notBefore = '2026-11-24T05:46:00.000Z'
  const reply = { code: 451, text: '451 later' }
  await mailing.deliveries.turn([{ seq: 1, fate: { state: 'deferred', reply, notBefore, mayRepeat: false } }], [])
  expect(await mailing.deliveries.nextDue()).toBe(notBefore)
  expect(await seqsWaiting()).toEqual([2, 3])
  expect(await mailing.deliveries.turn([], [1])).toEqual([])
  now = notBefore
  expect(await seqsWaiting()).toEqual([1, 2, 3])
  expect(await mailing.deliveries.turn([], [1])).toMatchObject([{ seq: 1, tries: 1 }])
  expect(await mailing.deliveries.mayRepeat(edition)).toEqual([])
})

test('what was under way in a crash waits again, and is named', async () => {
  await mailing.deliveries.turn([], [1, 2])
  await mailing.deliveries.turn([{ seq: 2, fate: accepted }], [])
  const named = [{ seq: 1, subscriberId: 's1', address: 'a@x.example', state: 'waiting' }]
  expect(await mailing.deliveries.recover()).toEqual(named)
  expect(await mailing.deliveries.mayRepeat(edition)).toEqual(named)
  expect(await mailing.deliveries.recover()).toEqual([])
  expect(await seqsWaiting()).toEqual([1, 3])
})

test('an edition is done when nothing of it waits', async () => {
  await mailing.deliveries.turn([], [1, 2, 3])
  expect(await mailing.editions.endFinished()).toEqual([])
  await mailing.deliveries.turn(
    [1, 2, 3].map((seq) => ({ seq, fate: accepted })),
    [],
  )
  expect(await mailing.editions.endFinished()).toEqual([edition])
  expect(await mailing.editions.state(edition)).toBe('done')
})

test('a subscriber gets an edition once, also where it is sent again', async () => {
  await mailing.editions.act(edition, 'pause')
  await mailing.editions.act(edition, 'resume')
  expect(await mailing.deliveries.counts(edition)).toMatchObject({ waiting: 3 })
})

/** A further edition, sent to whoever may still get it. @returns the addresses that it is offered to */
async function nextEdition(): Promise<readonly string[]> {
  await mailing.editions.send(await mailing.editions.add(POST), [])
  return (await mailing.deliveries.turn([], await seqsWaiting())).map(({ address }) => address)
}

const refused = (text: string): Fate => ({
  state: 'refused',
  reply: { code: Number(text.slice(0, 3)), text },
  mayRepeat: false,
})

test('an address that a server says is not there is not written to again; one that is full is', async () => {
  await mailing.deliveries.turn([], [1, 2, 3])
  const fates = [
    { seq: 1, fate: refused('550 5.1.1 no such user') },
    { seq: 2, fate: refused('552 5.2.2 full') },
    { seq: 3, fate: accepted },
  ]
  await mailing.deliveries.turn(fates, [])
  expect(await nextEdition()).toEqual(['b@y.example', 'c@x.example'])
})

test('a report that came back counts, once however often it comes; a complaint ends it', async () => {
  await mailing.deliveries.turn([], [1, 2, 3])
  await mailing.deliveries.turn(
    [1, 2, 3].map((seq) => ({ seq, fate: accepted })),
    [],
  )
  for (let times = 0; times < 9; times += 1) await mailing.deliveries.cameBack(1, { kind: 'soft', status: '4.2.2' })
  await mailing.deliveries.cameBack(2, { kind: 'complaint', status: null })
  await mailing.deliveries.cameBack(99, { kind: 'complaint', status: null })
  expect(await nextEdition()).toEqual(['a@x.example', 'c@x.example'])
})
