import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { systemClock } from '../../src/store/system-clock.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { mailingIn, POST, subscribe, suppress } from './filled-mailing.ts'
import { mailSink, type Treatment } from './mail-sink.ts'

const SCRIPT = new URL('sending-process.ts', import.meta.url).pathname
/** More of them find rarer moments: ONRECORD_KILLS=300 with ONRECORD_MAILS=20000. */
const { ONRECORD_KILLS = '6', ONRECORD_MAILS = '400' } = process.env
const KILLS = Number(ONRECORD_KILLS)
const MAILS = Number(ONRECORD_MAILS)
const LANES = 4

/** How the server treats a reader's first try, by the last two digits of its number; 13 is refused for ever. */
const FIRST: Readonly<Record<string, Treatment>> = {
  '03': 'defer',
  '23': 'defer',
  '43': 'drop',
  '63': 'drop-after',
  '73': 'drop-after',
  '83': 'stall',
}

/** Treats some in each hundred badly, when they are first offered. */
function treatments(): (recipient: string) => Treatment {
  const seen = new Set<string>()
  return (recipient) => {
    const number = /(\d\d)@/u.exec(recipient)?.[1] ?? ''
    if (number === '13') return 'refuse'
    if (seen.has(recipient)) return 'take'
    seen.add(recipient)
    return FIRST[number] ?? 'take'
  }
}

function send(folder: string, port: number): ChildProcess {
  const env = { ...process.env, SENDING_FOLDER: folder, SENDING_PORT: String(port), SENDING_LANES: String(LANES) }
  return spawn(process.execPath, [SCRIPT], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

test(`an edition to ${MAILS}, its process killed ${KILLS} times: nobody is lost, and each who may get it twice is named`, {
  timeout: 60_000 + KILLS * 5_000 + MAILS * 20,
}, async () => {
  const folder = temporaryFolder()
  const mailing = mailingIn(folder, systemClock)
  onTestFinished(() => mailing.close())
  const addresses = Array.from({ length: MAILS }, (_, at) => `reader${String(at).padStart(5, '0')}@${at % 7}.example`)
  subscribe(folder, addresses)
  suppress(folder, addresses[5] ?? '')
  const sink = await mailSink(treatments())
  onTestFinished(() => sink.close())
  const edition = await mailing.editions.add(POST)
  expect(await mailing.editions.send(edition, [])).toBe(true)

  let kills = 0
  for (let isDone = false; !isDone; ) {
    const child = send(folder, sink.port)
    const exited = once(child, 'exit')
    let recovered = ''
    child.stdout?.on('data', (words) => {
      recovered += String(words)
    })
    if (kills < KILLS) {
      await once(child.stdout ?? child, 'data')
      // No message is under way before the first, and the last kills come while the last messages are.
      await Promise.race([setTimeout(Math.random() * 200), exited])
      child.kill('SIGKILL')
      kills += 1
    }
    await exited
    // At most one for each open connection had been offered when the process before this one was killed.
    expect(recovered.trim().split(' ').length - 1).toBeLessThanOrEqual(LANES)
    isDone = (await mailing.editions.state(edition)) === 'done'
  }

  const refused = addresses.filter((address) => /13@/u.test(address)).length
  expect(await mailing.deliveries.counts(edition)).toEqual({
    waiting: 0,
    offered: 0,
    deferred: 0,
    suppressed: 1,
    refused,
    accepted: MAILS - 1 - refused,
  })
  // Nobody is lost: whoever is written down as accepted was taken over.
  expect(sink.taken.size).toBe(MAILS - 1 - refused)
  expect(sink.mostAtOnce()).toBeLessThanOrEqual(2 * LANES)
  // Whoever got it twice is in the list.
  const listed = new Set((await mailing.deliveries.mayRepeat(edition)).map(({ seq }) => `<${seq}@onrecord.example>`))
  const twice = [...sink.taken].filter(([, times]) => times > 1).map(([id]) => id)
  expect(twice.length).toBeGreaterThanOrEqual(Math.floor(MAILS / 100) * 2)
  expect(twice.filter((id) => !listed.has(id))).toEqual([])
})
