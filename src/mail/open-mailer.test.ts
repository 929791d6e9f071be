import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { Mail } from '../record/mailer.ts'
import { MAIL_FOLDER, openMailer } from './open-mailer.ts'

const clock = { now: () => '2026-11-24T05:41:00.000Z' }
const from = 'Desk <desk@record.example>'
const MAIL: Mail = {
  to: 'ada@example.org',
  subject: 'Your link: 新疆',
  text: 'Open https://record.example/sign-in/with/abc\n',
  html: null,
  headers: { 'X-Of': 'a test' },
}

test('without a server a mail is a file that only this user may read', async () => {
  const folder = temporaryFolder()
  const mailer = openMailer({ smtp: null, from, folder, clock })
  onTestFinished(() => mailer.close())
  await mailer.send(MAIL)
  const files = readdirSync(join(folder, MAIL_FOLDER))
  expect(files).toEqual([expect.stringMatching(/^2026-11-24T05-41-00-000Z-[0-9a-f]{8}\.eml$/u)])
  const path = join(folder, MAIL_FOLDER, files[0] ?? '')
  expect(statSync(path).mode & 0o077).toBe(0)
  const words = readFileSync(path, 'latin1')
  for (const line of [
    'From: Desk <desk@record.example>',
    'To: ada@example.org',
    'Auto-Submitted: auto-generated',
    'X-Of: a test',
    'Date: Tue, 24 Nov 2026 05:41:00 +0000',
    'Open https://record.example/sign-in/with/abc',
  ])
    expect(words).toContain(`${line}\r\n`)
})

/** A server for mail on this machine. @returns its address, and what it was sent */
async function smtpServer(takes: boolean) {
  const sent: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => done(takes ? null : new Error(`no ${address} here`)),
    onData: async (stream, _session, done) => {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      sent.push(Buffer.concat(chunks).toString('latin1'))
      done()
    },
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return { smtp: `smtp://127.0.0.1:${port}`, sent }
}

test('a server takes a mail whole', async () => {
  const { smtp, sent } = await smtpServer(true)
  const mailer = openMailer({ smtp, from, folder: temporaryFolder(), clock })
  onTestFinished(() => mailer.close())
  await mailer.send(MAIL)
  expect(sent).toEqual([expect.stringContaining('Open https://record.example/sign-in/with/abc')])
})

test('a server that takes no mail is one sentence', async () => {
  const { smtp } = await smtpServer(false)
  const mailer = openMailer({ smtp, from, folder: temporaryFolder(), clock })
  onTestFinished(() => mailer.close())
  await expect(mailer.send(MAIL)).rejects.toThrow(/did not take a mail .*; see to ONRECORD_SMTP/u)
})
