import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { askingFor, mailsOf, signingUp, subscribersIn } from '../../test/newsletter/subscribers-in.ts'
import { openTestRecord } from '../../test/open-test-record.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { tellConsents } from '../jobs/newsletter/tell-consents.ts'
import type { Store } from '../record/store.ts'
import type { SqliteSubscribers } from './sqlite-subscribers.ts'

const ADA = 'ada@example.org'
const EVE = 'eve@example.org'
const DAY_MS = 86_400_000

let now: string
let folder: string
let store: Store
let subscribers: SqliteSubscribers

beforeEach(async () => {
  now = '2026-11-24T12:00:00.000Z'
  folder = temporaryFolder()
  const clock = { now: () => now }
  store = await openTestRecord({ folder, clock })
  const opened = subscribersIn(folder, clock, store)
  subscribers = opened.subscribers
  onTestFinished(async () => {
    opened.database.close()
    await store.close()
  })
})

const later = (ms: number) => {
  now = new Date(Date.parse(now) + ms).toISOString()
}

/** Somebody signs up and confirms. @returns who that is, as links name it */
async function subscribed(address: string, topics: readonly string[] = ['everything']): Promise<string> {
  await subscribers.ask(signingUp(address, { following: { topics, cadence: 'daily' } }))
  const [mail] = await mailsOf(subscribers)
  expect(await subscribers.confirm(mail?.signUp ?? '')).toBe('confirmed')
  return mail?.subscriber ?? ''
}

/** Kind and topics of all acts of an address that the ledger tells of. */
async function acts(address: string): Promise<readonly string[]> {
  await tellConsents(subscribers, store.consents)
  const told = await store.consents.of(store.consents.subjectOf(address))
  return told.map(({ kind, topics, way }) => `${kind} by ${way}: ${topics?.join(' ') ?? 'nothing'}`)
}

function suppress(address: string, reason: string): void {
  const database = new DatabaseSync(join(folder, 'newsletter.sqlite'))
  database
    .prepare('insert into suppressions (digest, reason, added_at) values (?, ?, ?)')
    .run(store.consents.subjectOf(address), reason, now)
  database.close()
}

test('nobody is subscribed before confirming; confirming twice is confirming once', async () => {
  await subscribers.ask(signingUp(ADA))
  const [mail] = await mailsOf(subscribers)
  expect(mail).toMatchObject({ kind: 'confirm', to: ADA, language: 'en', tries: 0 })
  expect(await subscribers.subscription(mail?.subscriber ?? '')).toMatchObject({ state: 'waiting', topics: [] })
  expect(await acts(ADA)).toEqual([])
  for (let times = 0; times < 2; times += 1) expect(await subscribers.confirm(mail?.signUp ?? '')).toBe('confirmed')
  const following = { topics: ['everything'], cadence: 'weekly' }
  expect(await subscribers.subscription(mail?.subscriber ?? '')).toMatchObject({ state: 'subscribed', ...following })
  expect(await acts(ADA)).toEqual(['consent by confirmation-link: everything'])
})

test('the consent has the words, when it was asked and confirmed', async () => {
  await subscribers.ask(signingUp(ADA, { language: 'de' }))
  const [mail] = await mailsOf(subscribers)
  later(DAY_MS)
  await subscribers.confirm(mail?.signUp ?? '')
  await tellConsents(subscribers, store.consents)
  expect(await store.consents.of(store.consents.subjectOf(ADA))).toMatchObject([
    {
      words: { version: 1, language: 'de', words: expect.stringContaining('Ich stimme') },
      form: 'sign-up 1',
      askedAt: '2026-11-24T12:00:00.000Z',
      at: '2026-11-25T12:00:00.000Z',
    },
  ])
})

test('what answers depends on how it stands with the address', async () => {
  const reader = await subscribed(ADA)
  const kinds = async (...requests: readonly ReturnType<typeof signingUp>[]) => {
    for (const request of requests) await subscribers.ask(request)
    return (await mailsOf(subscribers)).map(({ kind, to }) => `${kind} ${to}`)
  }
  expect(await kinds(signingUp(ADA), askingFor(ADA), askingFor(EVE))).toEqual([`known ${ADA}`, `preferences ${ADA}`])
  await subscribers.leave(reader, null, 'one-click')
  later(2 * DAY_MS)
  expect(await kinds(signingUp(ADA))).toEqual([`confirm ${ADA}`])
  suppress(EVE, 'complained')
  expect(await kinds(signingUp(EVE), askingFor(EVE))).toEqual([])
  expect(await kinds(signingUp('bot@example.org', { isTrapped: true }))).toEqual([])
})

test('an address gets three mails at once at most, however many ask, through whichever door', async () => {
  for (let times = 0; times < 10; times += 1) {
    await subscribers.ask(signingUp(ADA, { network: `10.0.${times}.0/24` }))
    await subscribers.ask(askingFor(ADA, { network: `10.1.${times}.0/24` }))
  }
  expect(await mailsOf(subscribers)).toHaveLength(3)
  later(9 * 3_600_000)
  await subscribers.ask(signingUp(ADA))
  expect(await mailsOf(subscribers)).toHaveLength(1)
})

test('a network without shown work causes five mails at once, with work of its own each more; work counts once', async () => {
  const many = (proof: (at: number) => string | null, from: string) =>
    Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        subscribers.ask(signingUp(`${from}${at}@example.org`, { proof: proof(at), network: from })),
      ),
    )
  await many(() => null, 'a')
  expect(await mailsOf(subscribers)).toHaveLength(5)
  await many((at) => `b${at}`, 'b')
  expect(await mailsOf(subscribers)).toHaveLength(20)
  await many(() => 'c', 'c')
  expect(await mailsOf(subscribers)).toHaveLength(1 + 5)
})

test('a flood waits up to a bound, and nothing breaks', async () => {
  const database = new DatabaseSync(join(folder, 'newsletter.sqlite'))
  database.exec(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 10000)
    insert into requests (door, address, network, trapped, language, asked_at) select 'preferences', i, '', 1, 'en', '' from n`)
  await subscribers.ask(signingUp(ADA))
  expect(database.prepare('select count(*) as rows from requests').get()).toEqual({ rows: 10_000 })
  database.close()
})

test('who changes what is followed keeps since when the rest is', async () => {
  const reader = await subscribed(ADA, ['dossier:a', 'dossier:b'])
  later(DAY_MS)
  expect(await subscribers.change(reader, { topics: ['actor:c', 'dossier:b'], cadence: 'at once' })).toBe(true)
  expect(await subscribers.everythingOf(reader)).toMatchObject({
    howOften: 'at once',
    follows: [
      { topic: 'actor:c', since: '2026-11-25T12:00:00.000Z' },
      { topic: 'dossier:b', since: '2026-11-24T12:00:00.000Z' },
    ],
  })
  expect(await acts(ADA)).toEqual([
    'consent by confirmation-link: dossier:a dossier:b',
    'consent by preferences-link: actor:c dossier:b',
  ])
})

test('leaving a topic leaves that alone, leaving the last one leaves; again, or another one, changes nothing', async () => {
  const reader = await subscribed(ADA, ['dossier:a', 'dossier:b'])
  for (const topic of ['dossier:a', 'dossier:a', 'actor:x']) await subscribers.leave(reader, topic, 'leave-link')
  expect(await subscribers.subscription(reader)).toMatchObject({ state: 'subscribed', topics: ['dossier:b'] })
  await subscribers.leave(reader, 'dossier:b', 'one-click')
  await subscribers.leave(reader, 'dossier:b', 'one-click')
  expect(await subscribers.subscription(reader)).toMatchObject({ state: 'left', topics: [] })
  expect((await acts(ADA)).slice(1)).toEqual([
    'consent-withdrawn by leave-link: dossier:b',
    'consent-withdrawn by one-click: nothing',
  ])
})

test('who left may come back, and is written to again', async () => {
  const reader = await subscribed(ADA)
  await subscribers.leave(reader, null, 'one-click')
  later(2 * DAY_MS)
  expect(await subscribed(ADA)).toBe(reader)
  expect(await subscribers.everythingOf(reader)).toMatchObject({ state: 'subscribed', notWrittenTo: null })
})

test('after an erasure no file holds the address, and it is never written to again', async () => {
  const reader = await subscribed(ADA)
  await subscribers.ask(signingUp(ADA))
  await subscribers.erase(reader)
  expect(await acts(ADA)).toEqual(['consent by confirmation-link: everything', 'erasure by preferences-link: nothing'])
  for (const file of readdirSync(folder).filter((name) => name.includes('sqlite')))
    expect([file, readFileSync(join(folder, file)).includes(ADA)]).toEqual([file, false])
  expect(await subscribers.subscription(reader)).toBeNull()
  expect(await subscribers.everythingOf(reader)).toBeNull()
  await subscribers.ask(signingUp(ADA))
  await subscribers.ask(askingFor(ADA))
  expect(await mailsOf(subscribers)).toEqual([])
  for (let times = 0; times < 2; times += 1) await subscribers.erase(reader)
  await subscribers.leave(reader, null, 'leave-link')
  expect(await subscribers.change(reader, { topics: ['everything'], cadence: 'daily' })).toBe(false)
  expect(await acts(ADA)).toHaveLength(2)
})

test('a sign-up that nobody confirmed in a week is forgotten, with the address', async () => {
  await subscribers.ask(signingUp(ADA))
  const [mail] = await mailsOf(subscribers)
  const reader = await subscribed(EVE)
  later(7 * DAY_MS + 1)
  expect(await subscribers.confirm(mail?.signUp ?? '')).toBe('over')
  await subscribers.forgetOver()
  expect(await subscribers.subscription(mail?.subscriber ?? '')).toBeNull()
  expect(await subscribers.subscription(reader)).toMatchObject({ state: 'subscribed' })
})

test('a mail that is not taken is tried again, later each time, and given up', async () => {
  await subscribers.ask(signingUp(ADA))
  await subscribers.answerSome()
  let tries = 0
  for (let days = 0; days < 3 * 24 * 60; days += 1) {
    const [mail] = await subscribers.dueMails()
    if (mail !== undefined) {
      tries += 1
      await subscribers.mailFailed(mail.id)
      expect(await subscribers.dueMails()).toEqual([])
    }
    later(60_000)
  }
  expect(tries).toBe(7)
})

test('a confirmation that is opened after its address was blocked changes nothing', async () => {
  await subscribers.ask(signingUp(ADA))
  const [mail] = await mailsOf(subscribers)
  suppress(ADA, 'blocked')
  expect(await subscribers.confirm(mail?.signUp ?? '')).toBe('over')
  expect(await subscribers.confirm('nothing')).toBe('over')
  expect(await acts(ADA)).toEqual([])
})
