import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openMailing } from '../../src/mailing/open-mailing.ts'
import { SqliteDeliveries } from '../../src/mailing/sqlite-deliveries.ts'
import { SqliteEditions } from '../../src/mailing/sqlite-editions.ts'
import type { Clock } from '../../src/record/clock.ts'
import type { EditionDraft } from '../../src/record/newsletter/editions.ts'
import { CADENCES } from '../../src/record/newsletter/topic.ts'
import { ulids } from '../../src/record/ulid.ts'

/** A post to everybody. */
export const POST: EditionDraft = {
  kind: 'post',
  cadences: CADENCES,
  words: { en: { subject: 'What moved', text: 'Two things moved.' } },
}

/** Opens the newsletter of a data folder. */
export function mailingIn(folder: string, clock: Clock) {
  const database = openMailing({ folder, clock })
  const random = () => crypto.getRandomValues(new Uint8Array(10))
  return {
    database,
    deliveries: new SqliteDeliveries(database),
    editions: new SqliteEditions(database, ulids(random)),
    close: () => database.close(),
  }
}

/** Puts subscribers there, who have all agreed, with these addresses. */
export function subscribe(folder: string, addresses: Iterable<string>): void {
  const database = new DatabaseSync(join(folder, 'newsletter.sqlite'))
  const insert = database.prepare(
    `insert into subscribers (id, address, digest, domain, language, state, added_at)
     values (?, ?, ?, ?, 'en', 'subscribed', '2026-11-24T05:41:00.000Z')`,
  )
  database.exec('begin')
  let number = 0
  for (const address of addresses) {
    number += 1
    insert.run(`s${number}`, address, `digest of ${address}`, address.split('@')[1] ?? '')
  }
  database.exec('commit')
  database.close()
}

/** Says of an address why it must not be written to. */
export function suppress(folder: string, address: string): void {
  const database = new DatabaseSync(join(folder, 'newsletter.sqlite'))
  database
    .prepare(`insert into suppressions (digest, reason, added_at) values (?, 'left', '2026-11-24T05:41:00.000Z')`)
    .run(`digest of ${address}`)
  database.close()
}
