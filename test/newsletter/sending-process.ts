/** A process that sends what waits in a data folder until nothing does, to be killed at any moment. */

import { EditionSender } from '../../src/jobs/newsletter/edition-sender.ts'
import { SmtpLane } from '../../src/mail/smtp-lane.ts'
import { lockSending } from '../../src/mailing/sending-lock.ts'
import { systemClock } from '../../src/store/system-clock.ts'
import { mailingIn } from './filled-mailing.ts'

const { SENDING_FOLDER: folder = '', SENDING_PORT: port = '', SENDING_LANES: lanes = '' } = process.env

/** A server that stalls is given up soon. */
const SILENCE_MS = 300

if (lockSending(folder) === null) throw new Error('another process sends')
const { deliveries, editions, close } = mailingIn(folder, systemClock)
const repeated = await deliveries.recover()
process.stdout.write(`recovered ${repeated.map(({ address }) => address).join(' ')}\n`)
const server = { host: '127.0.0.1', port: Number(port), secure: false, login: null, name: 'onrecord.example' }
const sender = new EditionSender({
  deliveries,
  compose: async ({ seq, address }) => ({
    from: `bounce+${seq}@onrecord.example`,
    to: address,
    bytes: Buffer.from(
      `From: <news@onrecord.example>\r\nTo: <${address}>\r\nMessage-ID: <${seq}@onrecord.example>\r\n\r\nNews.\r\n`,
    ),
  }),
  openLane: () => new SmtpLane(server, { silenceMs: SILENCE_MS }),
  lanes: Number(lanes),
  throttleOf: () => ({ atOnce: 1000, aMinute: null }),
  backOff: { firstMs: 20, longestMs: 100, tries: 50 },
  clock: systemClock,
  random: Math.random,
  report: (error) => {
    throw error
  },
  fault: () => undefined,
})
sender.start()
const timer = setInterval(async () => {
  if ((await editions.endFinished()).length === 0) return
  clearInterval(timer)
  await sender.stop()
  close()
}, 20)
