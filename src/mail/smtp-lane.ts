import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Reply, SentMail } from '../record/newsletter/delivery.ts'
import type { SendOutcome } from '../record/newsletter/fate.ts'
import { connectionOptions, type SmtpServer } from './smtp-server.ts'

type SmtpError = Error & { readonly responseCode?: number | undefined; readonly response?: string | undefined }

function replyOf(error: SmtpError): Reply {
  return { code: error.responseCode ?? 0, text: (error.response ?? error.message).replace(/\s+/gu, ' ').trim() }
}

/**
 * One connection to a mail server, over which one message is offered at a time. It is opened when it is needed, and
 * again after it was lost.
 */
export class SmtpLane {
  readonly #server: SmtpServer
  readonly #silenceMs: number | undefined
  #connection: SMTPConnection | null = null

  /** @param options.silenceMs how long the server may say nothing */
  constructor(server: SmtpServer, { silenceMs }: { readonly silenceMs?: number } = {}) {
    this.#server = server
    this.#silenceMs = silenceMs
  }

  /**
   * Connects and signs in, where that is not done yet.
   *
   * @returns null when messages can be offered, or what the server or the network said
   */
  async open(): Promise<Reply | null> {
    if (this.#connection !== null) return null
    const connection = new SMTPConnection(connectionOptions(this.#server, this.#silenceMs))
    // Also what ends a connection that nobody waits on; without a listener it would end the process.
    connection.on('error', () => this.#forget(connection))
    connection.on('end', () => this.#forget(connection))
    try {
      await this.#greet(connection)
    } catch (error) {
      connection.close()
      return replyOf(error as SmtpError)
    }
    this.#connection = connection
    return null
  }

  /** Offers a message, over a connection that was opened. */
  async send({ from, to, bytes }: SentMail): Promise<SendOutcome> {
    const connection = this.#connection
    if (connection === null)
      return { kind: 'lost', reply: { code: 0, text: 'the connection was lost' }, wasHandedOver: false }
    let wasHandedOver = false
    const message = Readable.from([bytes], { objectMode: false })
    message.once('end', () => {
      wasHandedOver = true
    })
    const { promise, resolve } = Promise.withResolvers<SendOutcome>()
    connection.send({ from, to, size: bytes.length }, message, (error, info) => {
      if (error === null) return resolve({ kind: 'taken', reply: codeAndText(info?.response ?? '') })
      const reply = replyOf(error)
      // Whatever has a code is the server's word on this message: a message it said no to was not taken.
      resolve(reply.code === 0 ? { kind: 'lost', reply, wasHandedOver } : { kind: 'declined', reply })
    })
    const outcome = await promise
    if (outcome.kind === 'declined') await this.#reset()
    if (outcome.kind === 'lost') this.#drop()
    return outcome
  }

  /** Says goodbye to the server. */
  close(): void {
    this.#connection?.quit()
    this.#connection = null
  }

  /** Ends the connection at once. */
  #drop(): void {
    this.#connection?.close()
    this.#connection = null
  }

  #forget(connection: SMTPConnection): void {
    if (this.#connection === connection) this.#connection = null
  }

  async #greet(connection: SMTPConnection): Promise<void> {
    const { login } = this.#server
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.connect((error) => (error ? reject(error) : resolve()))
    })
    if (login === null) return
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject)
      connection.login({ ...login, credentials: login }, (error) => (error ? reject(error) : resolve()))
    })
  }

  /** Ends the transaction of a message that was declined; a server that does not follow is left. */
  async #reset(): Promise<void> {
    const connection = this.#connection
    if (connection === null) return
    const isReset = await new Promise<boolean>((resolve) => {
      connection.once('error', () => resolve(false))
      connection.reset((error) => resolve(!error))
    })
    if (!isReset) this.#drop()
  }
}

function codeAndText(response: string): Reply {
  const text = response.replace(/\s+/gu, ' ').trim()
  return { code: Number(/^\d{3}/.exec(text)?.[0] ?? 250), text }
}
