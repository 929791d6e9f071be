/** How bytes came to us: fetched by us, handed over as a person saw them, or out of somebody's archive. */
export type Via = 'fetch' | 'page' | 'archive'

/** One request and its answer, as they went over the wire. */
export type Exchange = {
  readonly url: string
  /** The address that was connected to: IPv4 or IPv6, without a port. */
  readonly address: string
  /** UTC, when the request was sent. */
  readonly sentAt: string
  /** The request whole: its head, an empty line, its body if it has one. */
  readonly request: Uint8Array
  /** The answer whole, as received: transfer and content coding are still on its body. */
  readonly response: Uint8Array
}

/** What is known of how bytes were received, for the capture that is made of them. */
export type Received = {
  readonly via: Via
  /** The address that was asked for, where redirects led to another; else null. */
  readonly askedUrl: string | null
  /** UTC, when the bytes were received; an archive's own date for what comes out of it. */
  readonly at: string
  /** Of HTTP; null where none is known. */
  readonly status: number | null
  /** The answer's headers as received, in their order; names as sent. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The address that answered; null where it is not known. */
  readonly address: string | null
  /** The id of the archive's record, which is taken in once however often the archive is read; else null. */
  readonly recordId: string | null
  /** Every hop of a fetch in order, redirects too; empty where we fetched nothing ourselves. */
  readonly exchanges: readonly Exchange[]
}
