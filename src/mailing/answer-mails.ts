import type { Id } from '../record/id.ts'
import { isLanguage } from '../record/newsletter/languages.ts'
import type { WaitingMail } from '../record/newsletter/subscribers.ts'
import type { Queries } from './mailing-database.ts'

const AT_ONCE = 20
const MINUTE_MS = 60_000
/** Waits between tries of a mail that was not taken; after the last it is given up: its link would soon be over. */
const WAITS_MS = [1, 5, 15, 60, 240, 720].map((minutes) => minutes * MINUTE_MS)

type Row = Omit<WaitingMail, 'language'> & { readonly language: string }

/** Mails that are due, the first one first. Whoever must not be written to any more is not among them. */
export function dueMails({ all }: Queries, now: string): readonly WaitingMail[] {
  const rows = all<Row>(
    `select m.id, m.kind, s.address as "to", m.language, s.id as subscriber, u.id as signUp, m.tries
     from answer_mails m join subscribers s on s.seq = m.subscriber left join sign_ups u on u.seq = m.sign_up
     left join suppressions x on x.digest = s.digest
     where m.not_before <= ? and s.address is not null and coalesce(x.reason, 'left') = 'left'
     order by m.seq limit ${AT_ONCE}`,
    now,
  )
  return rows.map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : 'en' }))
}

/** Forgets a mail. */
export function dropMail({ run }: Queries, id: Id): void {
  run('delete from answer_mails where id = ?', id)
}

/** A mail that was not taken is due again later, or dropped. */
export function putOff(queries: Queries, id: Id, now: string): void {
  const [mail] = queries.all<{ tries: number }>('select tries from answer_mails where id = ?', id)
  const wait = mail && WAITS_MS[mail.tries]
  if (wait === undefined) dropMail(queries, id)
  else {
    const notBefore = new Date(Date.parse(now) + wait).toISOString()
    queries.run('update answer_mails set tries = tries + 1, not_before = ? where id = ?', notBefore, id)
  }
}
