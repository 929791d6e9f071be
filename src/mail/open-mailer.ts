import { randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Clock } from '../record/clock.ts'
import { ExpectedError } from '../record/expected-error.ts'
import type { Mail, Mailer } from '../record/mailer.ts'

/** The folder in the data folder for mails that no server takes. */
export const MAIL_FOLDER = 'mail'

/** A server that does not answer keeps nobody waiting for longer. */
const TIMEOUT_MS = 20_000

export type MailerOptions = {
  /** `smtp://user:password@host:587`, `smtps://…`; null writes files. */
  readonly smtp: string | null
  /** Whom mails are from: `Onrecord <desk@example.org>`. */
  readonly from: string
  /** The data folder. */
  readonly folder: string
  readonly clock: Clock
}

/** A mail as nodemailer takes it. What is programs' own says so, so that no absence notice answers it (RFC 3834). */
function messageOf(from: string, { to, subject, text, html, headers }: Mail, clock: Clock) {
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    ...(html === null ? {} : { html }),
    date: new Date(clock.now()),
    headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  }
}

function smtpMailer(smtp: string, { from, clock }: MailerOptions): Mailer {
  const url = new URL(smtp)
  const transport = createTransport({
    host: url.hostname,
    port: url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port),
    secure: url.protocol === 'smtps:',
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    isSent: true,
    send: async (mail) => {
      await transport.sendMail(messageOf(from, mail, clock)).catch((error: Error) => {
        const sentence = `the mail server ${url.hostname} did not take a mail (${error.message}); see to ONRECORD_SMTP`
        throw new ExpectedError(sentence, { cause: error })
      })
    },
    close: () => transport.close(),
  }
}

/** Writes each mail into a file of its own, which mail programs open; a link in it is a key, so that only this user may read it. */
function fileMailer({ from, folder, clock }: MailerOptions): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    isSent: false,
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(from, mail, clock))
      const into = join(folder, MAIL_FOLDER)
      await mkdir(into, { recursive: true, mode: 0o700 })
      const name = `${clock.now().replaceAll(/[:.]/gu, '-')}-${randomBytes(4).toString('hex')}.eml`
      await writeFile(join(into, name), message as Buffer, { mode: 0o600, flag: 'wx' })
    },
    close: () => transport.close(),
  }
}

/** Opens the way out for mails: a server for mail, or files in the data folder where none is set. */
export function openMailer(options: MailerOptions): Mailer {
  return options.smtp === null ? fileMailer(options) : smtpMailer(options.smtp, options)
}
