import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { tellConsents } from '../../src/jobs/newsletter/tell-consents.ts'
import { systemClock } from '../../src/store/system-clock.ts'
import { openTestRecord } from '../open-test-record.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { mailsOf, signingUp, subscribersIn } from './subscribers-in.ts'

const SCRIPT = new URL('consenting-process.ts', import.meta.url).pathname
/** More of them find rarer moments: ONRECORD_KILLS=100. */
const { ONRECORD_KILLS = '6' } = process.env
const KILLS = Number(ONRECORD_KILLS)
const READERS_A_RUN = 40

function consenting(folder: string, signUps: readonly string[]): ChildProcess {
  const env = { ...process.env, CONSENTING_FOLDER: folder, CONSENTING_SIGN_UPS: signUps.join(' ') }
  return spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

test(`${KILLS} kills while people confirm and the ledger is told: each who is subscribed stands in it once`, {
  timeout: 60_000 + KILLS * 10_000,
}, async () => {
  const folder = temporaryFolder()
  const store = await openTestRecord({ folder, clock: systemClock })
  const { database, subscribers } = subscribersIn(folder, systemClock, store)
  onTestFinished(async () => {
    database.close()
    await store.close()
  })
  const readers: string[] = []
  for (let kills = 0; kills < KILLS; kills += 1) {
    const addresses = Array.from({ length: READERS_A_RUN }, (_, at) => `reader${kills}-${at}@example.org`)
    const signUps: string[] = []
    for (const [at, address] of addresses.entries()) {
      await subscribers.ask(signingUp(address, { network: `10.${kills}.${at}.0/24`, proof: `${kills} ${at}` }))
      for (const { signUp, subscriber } of await mailsOf(subscribers)) {
        signUps.push(signUp ?? '')
        readers.push(subscriber)
      }
    }
    const child = consenting(folder, signUps)
    const exited = once(child, 'exit')
    // The first confirmation is written.
    await Promise.race([once(child.stdout ?? child, 'data'), exited])
    await Promise.race([setTimeout(Math.random() * 150), exited])
    child.kill('SIGKILL')
    await exited
  }
  await tellConsents(subscribers, store.consents)
  expect(await subscribers.unledgered()).toEqual([])
  expect(readers).toHaveLength(KILLS * READERS_A_RUN)
  let count = 0
  for (const reader of readers) {
    const subscription = await subscribers.subscription(reader)
    const acts = await store.consents.of(store.consents.subjectOf(subscription?.address ?? ''))
    expect(acts.map(({ kind }) => kind)).toEqual(subscription?.state === 'subscribed' ? ['consent'] : [])
    count += acts.length
  }
  expect(count).toBeGreaterThanOrEqual(KILLS)
  const entries = await store.evidence.ledger(0)
  expect(new Set(entries.map(({ body }) => body['consent'])).size).toBe(entries.length)
})
