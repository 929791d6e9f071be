/** One way of sending a newsletter, in a process of its own: `ours FOLDER PORT` or `bare COUNT PORT`; prints what it took. */
import { generateKeyPairSync } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { EditionSender } from '../src/jobs/newsletter/edition-sender.ts'
import { composeMail, type Mail, SIGNED } from '../src/mail/compose-mail.ts'
import { SmtpLane } from '../src/mail/smtp-lane.ts'
import { BACK_OFF } from '../src/record/newsletter/fate.ts'
import { systemClock } from '../src/store/system-clock.ts'
import { mailingIn, POST } from '../test/newsletter/filled-mailing.ts'

/** What one way took: seconds, seconds of the processor, and megabytes at most. */
export type Sent = { readonly sent: number; readonly spent: number; readonly cpu: number; readonly memory: number }

/** As many connections as nodemailer's pool is given. */
export const CONNECTIONS = 10

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})
const KEY = { domain: 'onrecord.example', selector: 'news', privateKey }

const LINES = Array.from(
  { length: 12 },
  (_, at) => `The ministry said on day ${at} that the bridge would be open by May; nobody has seen a date since.`,
)

function mailTo(address: string, number: number): Mail {
  const leave = `https://onrecord.example/leave/${number}`
  return {
    from: { name: 'Onrecord', address: 'news@onrecord.example' },
    to: address,
    subject: 'What moved this week',
    text: [...LINES, `Leave: ${leave}`].join('\n\n'),
    html: `<html lang="en"><body>${LINES.map((line) => `<p>${line}</p>`).join('\n')}<p><a href="${leave}">Leave</a></p></body></html>`,
    language: 'en',
    messageId: `<${number}@onrecord.example>`,
    date: new Date(),
    list: { name: 'What moved', id: 'news.onrecord.example' },
    unsubscribe: leave,
  }
}

async function ours(folder: string, port: number): Promise<number> {
  const { deliveries, editions, close } = mailingIn(folder, systemClock)
  const edition = await editions.add(POST)
  await editions.send(edition, [])
  const server = { host: '127.0.0.1', port, secure: false, login: null, name: 'onrecord.example' }
  const sender = new EditionSender({
    deliveries,
    compose: async ({ seq, address }) => ({
      from: `bounce+${seq}@onrecord.example`,
      to: address,
      bytes: await composeMail(mailTo(address, seq), KEY),
    }),
    openLane: () => new SmtpLane(server),
    lanes: CONNECTIONS,
    throttleOf: () => ({ atOnce: CONNECTIONS, aMinute: null }),
    backOff: BACK_OFF,
    clock: systemClock,
    random: Math.random,
    report: (error) => {
      throw error
    },
    fault: () => undefined,
  })
  const { promise, resolve } = Promise.withResolvers<void>()
  sender.start()
  const timer = setInterval(async () => {
    if ((await editions.endFinished()).length > 0) resolve()
  }, 100)
  await promise
  clearInterval(timer)
  await sender.stop()
  const { accepted } = await deliveries.counts(edition)
  close()
  return accepted
}

async function bare(count: number, port: number): Promise<number> {
  const transport = createTransport({
    pool: true,
    host: '127.0.0.1',
    port,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
    dkim: { domainName: KEY.domain, keySelector: KEY.selector, privateKey, headerFieldNames: SIGNED },
  })
  let next = 0
  let sent = 0
  const send = async () => {
    while (next < count) {
      next += 1
      const { list, unsubscribe, language, to, ...mail } = mailTo(`reader${next}@${next % 50}.example`, next)
      await transport.sendMail({
        ...mail,
        to,
        envelope: { from: `bounce+${next}@onrecord.example`, to },
        headers: {
          'List-Id': `"${list.name}" <${list.id}>`,
          'List-Unsubscribe': `<${unsubscribe}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'Auto-Submitted': 'auto-generated',
          'Content-Language': language,
        },
      })
      sent += 1
    }
  }
  await Promise.all(Array.from({ length: 2 * CONNECTIONS }, send))
  transport.close()
  return sent
}

if (import.meta.main) {
  const [way, what = '', port = ''] = process.argv.slice(2)
  const started = performance.now()
  const sent = way === 'ours' ? await ours(what, Number(port)) : await bare(Number(what), Number(port))
  const { user, system } = process.cpuUsage()
  const result: Sent = {
    sent,
    spent: (performance.now() - started) / 1e3,
    cpu: (user + system) / 1e6,
    memory: process.resourceUsage().maxRSS / 1e3,
  }
  process.stdout.write(JSON.stringify(result))
}
