/** A mail server on loopback that takes, declines, loses and stalls as it is told. */
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** What the server does with one message. */
export type Treatment = 'take' | 'defer' | 'refuse' | 'drop' | 'drop-after' | 'stall'

/** What came to the sink. */
export type MailSink = {
  readonly port: number
  /** The Message-IDs of messages that were taken over, with how often. */
  readonly taken: ReadonlyMap<string, number>
  /** As many are under way at most. */
  readonly mostAtOnce: () => number
  close(): Promise<void>
}

const ERRORS: Readonly<Partial<Record<Treatment, number>>> = { defer: 451, refuse: 550 }

function declined(treatment: Treatment): Error | null {
  const responseCode = ERRORS[treatment]
  return responseCode === undefined ? null : Object.assign(new Error(`as told: ${treatment}`), { responseCode })
}

/** @param treat is asked for each message, and again for each further try */
export async function mailSink(treat: (recipient: string) => Treatment): Promise<MailSink> {
  const taken = new Map<string, number>()
  let most = 0
  let open = 0
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onConnect(_session, done) {
      open += 1
      most = Math.max(most, open)
      done()
    },
    onClose: () => {
      open -= 1
    },
    async onData(stream, session, done) {
      const recipient = session.envelope.rcptTo[0]?.address ?? ''
      // A sender that was killed leaves half a message.
      const words = await text(stream).catch(() => null)
      if (words === null) return
      const id = /^Message-ID: (\S+)/imu.exec(words)?.[1] ?? ''
      const treatment = treat(recipient)
      const error = declined(treatment)
      if (error !== null) return done(error)
      if (treatment === 'drop-after' || treatment === 'take') taken.set(id, (taken.get(id) ?? 0) + 1)
      if (treatment === 'take') return done(null, 'taken over')
      if (treatment === 'stall') return
      for (const connection of server.connections) if (connection.id === session.id) connection.close()
    },
  })
  // What a sender that was killed leaves of its connections.
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    taken,
    mostAtOnce: () => most,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
