import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { EditionDraft, EditionItem } from '../record/newsletter/editions.ts'
import { type Followed, isOwed } from '../record/newsletter/owed.ts'
import { CADENCES, type Cadence } from '../record/newsletter/topic.ts'
import { ulids } from '../record/ulid.ts'
import { openMailing } from './open-mailing.ts'
import { SqliteDeliveries } from './sqlite-deliveries.ts'
import { SqliteEditions } from './sqlite-editions.ts'

const RECORD: EditionDraft = { kind: 'record', cadences: CADENCES, words: {} }
const TOPICS = ['everything', 'dossier:dam', 'dossier:bridge', 'actor:lee'] as const
/** What becomes of the mails of an edition, one after another. */
const FATES = ['accepted', 'refused', 'cancelled', 'crashed'] as const

/** A newsletter in memory, with its own hour, and what is known beside it of each reader. */
function newsletter() {
  let hour = 0
  const now = () => new Date(Date.UTC(2026, 0, 1, hour)).toISOString()
  const mailing = openMailing({ folder: null, clock: { now } })
  const editions = new SqliteEditions(
    mailing,
    ulids(() => crypto.getRandomValues(new Uint8Array(10))),
  )
  const deliveries = new SqliteDeliveries(mailing)
  const world: EditionItem[] = []
  const followed = new Map<string, Followed[]>()
  return {
    editions,
    deliveries,
    world,
    followed,
    close: () => mailing.close(),
    tick: () => {
      hour += 1
    },
    now,
    add: (id: string, cadence: Cadence) =>
      mailing.write(({ run }) =>
        run(
          `insert into subscribers (id, address, digest, domain, language, state, cadence, added_at)
           values (?, ?, ?, 'x.example', 'en', 'subscribed', ?, ?)`,
          ...[id, `${id}@x.example`, id, cadence, now()],
        ),
      ),
    follow: (id: string, topics: readonly string[]) => {
      const before = followed.get(id) ?? []
      const kept = before.map((one) =>
        one.until === null && !topics.includes(one.topic) ? { ...one, until: now() } : one,
      )
      const fresh = topics.filter((topic) => !before.some((one) => one.until === null && one.topic === topic))
      const all = [...kept, ...fresh.map((topic) => ({ topic, since: now(), until: null }))]
      followed.set(id, all)
      mailing.write(({ run }) => {
        for (const table of ['follows', 'followed'])
          run(`delete from ${table} where subscriber = (select seq from subscribers where id = ?)`, id)
        for (const { topic, since, until } of all)
          if (until === null)
            run('insert into follows select seq, ?, ? from subscribers where id = ?', topic, since, id)
          else run('insert into followed select seq, ?, ?, ? from subscribers where id = ?', topic, since, until, id)
      })
    },
    moved: (topics: readonly string[]) => world.push({ key: `item ${world.length}`, at: now(), topics }),
  }
}

const REPLY = { code: 250, text: '250 ok' }

/** What every reader may have got of an edition: whose mails were accepted, or were under way when something broke. */
async function sendEdition(
  { editions, deliveries, world, now }: ReturnType<typeof newsletter>,
  { cadences, fates }: { readonly cadences: readonly Cadence[]; readonly fates: readonly (typeof FATES)[number][] },
): Promise<readonly { readonly reader: string; readonly keys: readonly string[]; readonly isOut: boolean }[]> {
  const id = await editions.add({ ...RECORD, cadences })
  const since = (await editions.untoldSince()) ?? ''
  expect(
    await editions.send(
      id,
      world.filter(({ at }) => at > since && at <= now()),
    ),
  ).toBe(true)
  expect(await editions.send(id, world)).toBe(false)
  const waiting = (await deliveries.waiting()).flatMap(({ seqs }) => seqs)
  const fateOf = (at: number) => fates[at % fates.length] ?? 'accepted'
  const found = []
  for (const [at, seq] of waiting.entries()) {
    const keys = await editions.toldIn(seq)
    const fate = fateOf(at)
    const reader = (await readerOf(deliveries, seq, fate)) ?? ''
    found.push({ reader, keys, isOut: fate === 'accepted' || fate === 'crashed' })
  }
  await deliveries.recover()
  await editions.act(id, 'cancel')
  return found
}

/** Offers a delivery and has it end as `fate` says. @returns whose it was */
async function readerOf(deliveries: SqliteDeliveries, seq: number, fate: (typeof FATES)[number]) {
  const [offer] = await deliveries.turn([], [seq])
  const ended = {
    accepted: { state: 'accepted', reply: REPLY },
    refused: { state: 'refused', reply: { code: 0, text: 'it could not be made' }, mayRepeat: false },
    cancelled: { state: 'waiting' },
    crashed: null,
  } as const
  const written = ended[fate]
  if (written !== null) await deliveries.turn([{ seq, fate: written }], [])
  return offer?.subscriberId
}

type Send = {
  readonly kind: 'send'
  readonly cadences: readonly Cadence[]
  readonly fates: readonly (typeof FATES)[number][]
}
type Step =
  | { readonly kind: 'move'; readonly topics: readonly string[] }
  | { readonly kind: 'follow'; readonly reader: number; readonly topics: readonly string[] }
  | Send

/** Each reader's cadence. */
const READERS = CADENCES

const anyMove = fc.record({
  kind: fc.constant('move' as const),
  topics: fc.subarray(TOPICS.slice(1), { minLength: 1 }),
})
const anyFollow = fc.record({
  kind: fc.constant('follow' as const),
  reader: fc.nat(READERS.length - 1),
  topics: fc.subarray([...TOPICS]),
})
const anySend = fc.record({
  kind: fc.constant('send' as const),
  cadences: fc.subarray([...READERS], { minLength: 1 }),
  fates: fc.array(fc.constantFrom(...FATES), { minLength: 1, maxLength: 3 }),
})
const anySteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 4, arbitrary: anyMove }, { weight: 2, arbitrary: anyFollow }, { weight: 3, arbitrary: anySend }),
  { maxLength: 25 },
)

/** What became of each reader's share: what was told, and what editions passed over because nobody followed it then. */
type Share = { readonly got: Set<string>; readonly passed: Set<string> }

function owedBy({ world, followed }: ReturnType<typeof newsletter>, reader: number, { got, passed }: Share) {
  const own = followed.get(`r${reader}`) ?? []
  return world
    .filter(({ at, topics }) => isOwed({ at, topics: new Set(topics) }, own))
    .map(({ key }) => key)
    .filter((key) => !got.has(key) && !passed.has(key))
}

/** Sends an edition, and sees that each reader is told what is owed and nothing else. */
async function checkedSend(letter: ReturnType<typeof newsletter>, step: Send, shares: readonly Share[]) {
  const asked = READERS.flatMap((cadence, reader) => (step.cadences.includes(cadence) ? [reader] : []))
  const owed = asked.map((reader) => owedBy(letter, reader, shares[reader] as Share))
  const mails = await sendEdition(letter, step)
  expect(mails).toHaveLength(owed.filter((keys) => keys.length > 0).length)
  for (const [at, reader] of asked.entries()) {
    const mail = mails.find((one) => one.reader === `r${reader}`)
    const { got, passed } = shares[reader] as Share
    expect(mail?.keys ?? []).toEqual(owed[at])
    if (mail?.isOut === true) for (const key of mail.keys) got.add(key)
    for (const { key } of letter.world) if (owed[at]?.includes(key) === false) passed.add(key)
  }
}

test('over any history, of topics changed and mails that went wrong, nobody is told twice and nobody misses anything', async () => {
  await fc.assert(
    fc.asyncProperty(anySteps, async (steps) => {
      const letter = newsletter()
      const shares = READERS.map((): Share => ({ got: new Set(), passed: new Set() }))
      for (const [reader, cadence] of READERS.entries()) {
        letter.add(`r${reader}`, cadence)
        letter.follow(`r${reader}`, ['everything'])
      }
      const last: Send = { kind: 'send', cadences: READERS, fates: ['accepted'] }
      for (const step of [...steps, last]) {
        letter.tick()
        if (step.kind === 'move') letter.moved(['everything', ...step.topics])
        else if (step.kind === 'follow') letter.follow(`r${step.reader}`, step.topics)
        else await checkedSend(letter, step, shares)
      }
      letter.close()
    }),
    { numRuns: 150 },
  )
})

test('a clock that is set back hides nothing, and what reads otherwise later is not told twice', async () => {
  const letter = newsletter()
  letter.add('r0', 'daily')
  letter.follow('r0', ['everything'])
  letter.tick()
  const early = letter.now()
  letter.tick()
  letter.moved(['everything'])
  const first = await sendEdition(letter, { cadences: ['daily'], fates: ['accepted'] })
  letter.world.push({ key: 'late', at: early, topics: ['everything'] })
  letter.world[0] = { key: 'item 0', at: letter.now(), topics: ['everything', 'actor:lee'] }
  letter.tick()
  const second = await sendEdition(letter, { cadences: ['daily'], fates: ['accepted'] })
  expect([first, second].map(([mail]) => mail?.keys)).toEqual([['item 0'], ['late']])
  letter.close()
})

test('a draft can be changed and scheduled, and is sent once', async () => {
  const { editions, now, close } = newsletter()
  const id = await editions.add(RECORD)
  expect(await editions.change(id, { ...RECORD, kind: 'post' })).toBe(true)
  expect(await editions.schedule(id, now())).toBe(true)
  expect(await editions.change(id, RECORD)).toBe(false)
  expect(await editions.scheduledBy('2025-12-31T23:00:00.000Z')).toEqual([])
  expect(await editions.scheduledBy(now())).toEqual([id])
  expect(await editions.act(id, 'unschedule')).toBe(true)
  expect(await editions.edition(id)).toMatchObject({ state: 'draft', kind: 'post', cadences: CADENCES, sentAt: null })
  expect([await editions.send(id, []), await editions.send(id, [])]).toEqual([true, false])
  expect(await editions.lastSent('daily')).toBeNull()
  close()
})
