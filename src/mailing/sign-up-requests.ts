import type { MailRequest } from '../record/newsletter/subscribers.ts'
import type { Queries } from './mailing-database.ts'

/** More wait only while we are flooded, and then what comes on top is let go: the page says the same. */
const MAX_WAITING = 10_000

/** What a visitor asked for, as it waits to be decided. */
export type RequestRow = {
  readonly seq: number
  readonly door: MailRequest['door']
  readonly address: string
  readonly network: string
  readonly proof: string | null
  readonly trapped: number
  readonly topics: string | null
  readonly cadence: string | null
  readonly language: string
  readonly terms: number | null
  readonly form: string | null
  readonly asked_at: string
}

/** Writes a request down: one row, whatever is known of the address, which is not looked for. */
export function addRequest({ run }: Queries, request: MailRequest, now: string): void {
  const { door, address, network, proof, isTrapped, following, language, agreed } = request
  run(
    `insert into requests (door, address, network, proof, trapped, topics, cadence, language, terms, form, asked_at)
     select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where (select count(*) from requests) < ${MAX_WAITING}`,
    door,
    address,
    network,
    proof,
    Number(isTrapped),
    following && JSON.stringify(following.topics),
    following?.cadence ?? null,
    language,
    agreed?.terms ?? null,
    agreed?.form ?? null,
    now,
  )
}
