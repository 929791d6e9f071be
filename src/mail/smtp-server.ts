import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'

/** The server that takes our mail, and how we speak with it. */
export type SmtpServer = {
  readonly host: string
  readonly port: number
  /** TLS from the start, as on port 465; otherwise by STARTTLS where the server offers it. */
  readonly secure: boolean
  /** Null where the server asks for none. */
  readonly login: { readonly user: string; readonly pass: string } | null
  /** How we call ourselves in EHLO: the domain that the mail comes from. */
  readonly name: string
}

/** A server that says nothing for so long has lost us: RFC 5321 (4.5.3.2) asks for five minutes, and ten after the message. */
const SILENCE_MS = 600_000
const CONNECT_MS = 60_000

/** How a connection to it is made. */
export function connectionOptions(
  { host, port, secure, name }: SmtpServer,
  silenceMs = SILENCE_MS,
): SMTPConnectionOptions {
  return {
    host,
    port,
    secure,
    name,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: silenceMs,
    // Our own machine may be the server, also where it has no other network.
    allowInternalNetworkInterfaces: true,
  }
}
