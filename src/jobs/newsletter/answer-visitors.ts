import type { Clock } from '../../record/clock.ts'
import type { Mailer } from '../../record/mailer.ts'
import type { Consents } from '../../record/newsletter/consents.ts'
import { confirmPath, preferencesPath } from '../../record/newsletter/link-paths.ts'
import type { LinkTokens } from '../../record/newsletter/link-token.ts'
import type { Subscribers, WaitingMail } from '../../record/newsletter/subscribers.ts'
import { SIGN_UP_MESSAGES } from '../../view/messages/sign-up.ts'
import { tellConsents } from './tell-consents.ts'

/** What answering visitors needs. */
export type AnswerParts = {
  readonly subscribers: Subscribers
  readonly consents: Pick<Consents, 'add'>
  readonly mailer: Mailer
  readonly links: LinkTokens
  /** Where the public reaches the pages: `https://record.example`. */
  readonly address: string
  readonly clock: Clock
}

/**
 * How often what visitors asked for is looked at, always the same: whether there is something to do for an address is
 * not told by when the next page comes.
 */
const EVERY_MS = 2_000
/** How often what is over is forgotten. */
const FORGET_MS = 3_600_000

/** The link that a mail is about. */
function linkOf({ subscriber, signUp, language }: WaitingMail, { links, address, clock }: AnswerParts): string {
  const now = clock.now()
  const path =
    signUp === null
      ? preferencesPath(links.of({ scope: 'preferences', subscriber }, now))
      : confirmPath(links.of({ scope: 'confirm', signUp }, now))
  return `${address}${path}${language === 'en' ? '' : `?language=${language}`}`
}

/** Sends one mail. Nothing stands in it that a visitor typed. */
async function sendMail(mail: WaitingMail, parts: AnswerParts): Promise<void> {
  const { subject, text } = SIGN_UP_MESSAGES[mail.language].mails[mail.kind]
  const headers = {
    'Message-ID': `<${mail.id.toLowerCase()}@${new URL(parts.address).hostname}>`,
    'Content-Language': mail.language,
  }
  await parts.mailer.send({ to: mail.to, subject, text: text(linkOf(mail, parts)), html: null, headers })
}

/**
 * Decides about what visitors asked for, sends the mails that answer it, and tells the ledger what people did. A mail is
 * taken off the list once it was taken over: one that a crash comes after goes out again, with the same Message-ID.
 *
 * @param report is told of every mail that was not taken, and why
 */
export async function answerVisitors(parts: AnswerParts, report: (error: unknown) => void): Promise<void> {
  const { subscribers, consents } = parts
  while ((await subscribers.answerSome()) > 0);
  for (let mails = await subscribers.dueMails(); mails.length > 0; mails = await subscribers.dueMails())
    for (const mail of mails) {
      try {
        await sendMail(mail, parts)
      } catch (error) {
        report(error)
        await subscribers.mailFailed(mail.id)
        continue
      }
      await subscribers.mailSent(mail.id)
    }
  await tellConsents(subscribers, consents)
}

/** Answers visitors from now on. @returns what ends it, once what is under way is done */
export function watchVisitors(parts: AnswerParts, report: (error: unknown) => void): () => Promise<void> {
  let forgottenAt = 0
  let isRunning = false
  let running: Promise<void> = Promise.resolve()
  const run = async () => {
    await answerVisitors(parts, report)
    if (Date.now() - forgottenAt < FORGET_MS) return
    forgottenAt = Date.now()
    await parts.subscribers.forgetOver()
  }
  const timer = setInterval(() => {
    if (isRunning) return
    isRunning = true
    running = run()
      .catch(report)
      .finally(() => {
        isRunning = false
      })
  }, EVERY_MS)
  return async () => {
    clearInterval(timer)
    await running
  }
}
