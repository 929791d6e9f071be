import type { Id } from '../record/id.ts'
import { EDITION_DEEDS, type EditionDeed, type EditionState, type Editions } from '../record/newsletter/editions.ts'
import type { MailingDatabase } from './mailing-database.ts'

/** One delivery to each who is subscribed. */
const FILL = `insert or ignore into deliveries (edition, subscriber, domain, state)
  select e.seq, s.seq, s.domain, 'waiting' from editions e, subscribers s
  where e.id = ? and s.state = 'subscribed' order by s.seq`

/** The editions in the newsletter's own file. */
export class SqliteEditions implements Editions {
  readonly #database: MailingDatabase
  readonly #newId: (now: string) => Id

  constructor(database: MailingDatabase, newId: (now: string) => Id) {
    this.#database = database
    this.#newId = newId
  }

  async add(): Promise<Id> {
    return this.#database.write(({ run }, now) => {
      const id = this.#newId(now)
      run(`insert into editions (id, state, added_at) values (?, 'draft', ?)`, id, now)
      return id
    })
  }

  async act(id: Id, deed: EditionDeed): Promise<boolean> {
    const { from, to } = EDITION_DEEDS[deed]
    return this.#database.write(({ run }) => {
      const states = from.map(() => '?').join(', ')
      if (run(`update editions set state = ? where id = ? and state in (${states})`, to, id, ...from) === 0)
        return false
      if (deed === 'send') run(FILL, id)
      return true
    })
  }

  async state(id: Id): Promise<EditionState | null> {
    const [row] = this.#database.read(({ all }) =>
      all<{ state: EditionState }>('select state from editions where id = ?', id),
    )
    return row?.state ?? null
  }

  async endFinished(): Promise<readonly Id[]> {
    return this.#database.write(({ all }) =>
      all<{ id: Id }>(
        `update editions set state = 'done' where state = 'sending' and not exists
           (select 1 from deliveries d where d.edition = editions.seq and d.state in ('waiting', 'offered', 'deferred'))
         returning id`,
      ).map(({ id }) => id),
    )
  }
}
