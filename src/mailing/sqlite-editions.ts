import type { Id } from '../record/id.ts'
import {
  EDITION_DEEDS,
  type Edition,
  type EditionDeed,
  type EditionDraft,
  type EditionItem,
  type EditionState,
  type Editions,
} from '../record/newsletter/editions.ts'
import type { Cadence } from '../record/newsletter/topic.ts'
import { draftValues, type EditionRow, editionOf } from './edition-rows.ts'
import { fillWithMoves, fillWithPost, numberItems, owedKeys } from './fill-edition.ts'
import type { MailingDatabase, Queries } from './mailing-database.ts'

/**
 * So far before the last edition is looked for what moved: what has its number is not told again, and a clock that was
 * set back in between hides nothing.
 */
const OVERLAP_MS = 86_400_000

/** The keys of the items in a JSON list of their numbers. */
const KEYS = 'select i.key from items i where i.seq in (select value from json_each(?)) order by i.seq'

function move({ run }: Queries, id: Id, deed: EditionDeed): boolean {
  const { from, to } = EDITION_DEEDS[deed]
  const states = from.map(() => '?').join(', ')
  return run(`update editions set state = ? where id = ? and state in (${states})`, to, id, ...from) > 0
}

function rowOf({ all }: Queries, id: Id): EditionRow | null {
  return all<EditionRow>('select * from editions where id = ?', id)[0] ?? null
}

/** The editions in the newsletter's own file. */
export class SqliteEditions implements Editions {
  readonly #database: MailingDatabase
  readonly #newId: (now: string) => Id

  constructor(database: MailingDatabase, newId: (now: string) => Id) {
    this.#database = database
    this.#newId = newId
  }

  async add(draft: EditionDraft): Promise<Id> {
    return this.#database.write(({ run }, now) => {
      const id = this.#newId(now)
      run(
        `insert into editions (id, state, added_at, kind, cadences, words) values (?, 'draft', ?, ?, ?, ?)`,
        ...[id, now, ...draftValues(draft)],
      )
      return id
    })
  }

  async change(id: Id, draft: EditionDraft): Promise<boolean> {
    return this.#database.write(
      ({ run }) =>
        run(
          `update editions set kind = ?, cadences = ?, words = ? where id = ? and state = 'draft'`,
          ...[...draftValues(draft), id],
        ) > 0,
    )
  }

  async schedule(id: Id, at: string): Promise<boolean> {
    return this.#database.write(
      ({ run }) =>
        run(`update editions set state = 'scheduled', scheduled_for = ? where id = ? and state = 'draft'`, at, id) > 0,
    )
  }

  async edition(id: Id): Promise<Edition | null> {
    const row = this.#database.read((queries) => rowOf(queries, id))
    return row && editionOf(row)
  }

  async list(): Promise<readonly Edition[]> {
    return this.#database.read(({ all }) => all<EditionRow>('select * from editions order by seq desc').map(editionOf))
  }

  async scheduledBy(now: string): Promise<readonly Id[]> {
    return this.#database.read(({ all }) =>
      all<{ id: Id }>(
        `select id from editions where state = 'scheduled' and scheduled_for <= ? order by scheduled_for, seq`,
        now,
      ).map(({ id }) => id),
    )
  }

  async lastSent(cadence: Cadence): Promise<string | null> {
    const [row] = this.#database.read(({ all }) =>
      all<{ last: string | null }>(
        `select max(sent_at) as last from editions
         where kind = 'record' and exists (select 1 from json_each(cadences) where value = ?)`,
        cadence,
      ),
    )
    return row?.last ?? null
  }

  async act(id: Id, deed: Exclude<EditionDeed, 'send'>): Promise<boolean> {
    return this.#database.write((queries) => move(queries, id, deed))
  }

  async send(id: Id, items: readonly EditionItem[]): Promise<boolean> {
    return this.#database.write((queries, now) => {
      if (!move(queries, id, 'send')) return false
      queries.run('update editions set sent_at = ? where id = ?', now, id)
      const row = rowOf(queries, id)
      if (row === null) return false
      const { kind, cadences } = editionOf(row)
      numberItems(queries, items)
      if (kind === 'record') fillWithMoves(queries, row.seq, cadences)
      else fillWithPost(queries, row.seq, cadences)
      return true
    })
  }

  async owedTo(subscriberId: Id, items: readonly EditionItem[]): Promise<readonly string[]> {
    return this.#database.read((queries) => owedKeys(queries, subscriberId, items))
  }

  async toldIn(delivery: number): Promise<readonly string[]> {
    return this.#database.read(({ all }) => {
      const [content] = all<{ items: string }>(
        'select c.items from deliveries d join contents c on c.seq = d.content where d.seq = ?',
        delivery,
      )
      return content === undefined ? [] : all<{ key: string }>(KEYS, content.items).map(({ key }) => key)
    })
  }

  async toldInEdition(id: Id): Promise<readonly string[]> {
    return this.#database.read(({ all }) =>
      all<{ key: string }>(
        `select i.key from items i where i.seq in (
           select j.value from contents c, json_each(c.items) j where c.seq in (
             select content from deliveries where edition = (select seq from editions where id = ?)))
         order by i.seq`,
        id,
      ).map(({ key }) => key),
    )
  }

  async untoldSince(): Promise<string | null> {
    const [row] = this.#database.read(({ all }) =>
      all<{ sent: string | null; since: string | null }>(
        `select (select max(sent_at) from editions where kind = 'record') as sent,
           (select min(since) from (select since from follows union all select since from followed)) as since`,
      ),
    )
    if (row === undefined) return null
    const { sent, since } = row
    return sent === null ? since : new Date(Date.parse(sent) - OVERLAP_MS).toISOString()
  }

  async state(id: Id): Promise<EditionState | null> {
    return (await this.edition(id))?.state ?? null
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
