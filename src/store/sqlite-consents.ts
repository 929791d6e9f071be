import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { assertClean } from '../record/clean.ts'
import type { RecordKey } from '../record/keyed-digest.ts'
import {
  CONSENT_KINDS,
  type ConsentAct,
  type ConsentWords,
  type RecordedConsent,
  subjectKeyOf,
  subjectOf,
} from '../record/newsletter/consent.ts'
import type { Consents } from '../record/newsletter/consents.ts'
import type { Access } from './access.ts'
import { consentBody } from './consent-body.ts'
import { digestOfText } from './digests.ts'
import { entryOf } from './read-ledger.ts'
import type { Tables } from './tables.ts'
import { writeLedger } from './write-ledger.ts'
import type { Writer } from './writer.ts'

type Db = Kysely<Tables>

/** @returns the SHA-256 of the words, which are kept once however many agree to them */
async function keepWords({ trx, now }: Writer, { version, language, words }: ConsentWords): Promise<string> {
  const sha256 = digestOfText(words)
  await trx
    .insertInto('agreed_texts')
    .values({ sha256, terms: version, language, words, recorded_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return sha256
}

async function addAct(writer: Writer, act: ConsentAct): Promise<void> {
  const { trx, now } = writer
  const known = await trx.selectFrom('consent_acts').select('id').where('id', '=', act.id).executeTakeFirst()
  if (known !== undefined) return
  const { id, kind, subject, form, way, at } = act
  await trx
    .insertInto('consent_acts')
    .values({
      id,
      kind,
      subject,
      words: act.words && (await keepWords(writer, act.words)),
      form,
      topics: act.topics && JSON.stringify(act.topics),
      cadence: act.cadence,
      asked_at: act.askedAt,
      way,
      at,
      recorded_at: now,
    })
    .execute()
  await writeLedger(writer, kind, await consentBody(trx, id))
}

async function actsOf(db: Db, subject: string): Promise<readonly RecordedConsent[]> {
  const rows = await db
    .selectFrom('consent_acts as a')
    .leftJoin('agreed_texts as w', 'w.sha256', 'a.words')
    .innerJoin('ledger as l', (join) =>
      join.on('l.kind', 'in', CONSENT_KINDS).on(sql`json_extract(l.body, '$.consent')`, '=', sql.ref('a.id')),
    )
    .select(['a.id', 'a.kind', 'a.subject', 'a.form', 'a.topics', 'a.cadence', 'a.asked_at', 'a.way', 'a.at'])
    .select(['w.sha256', 'w.terms', 'w.language', 'w.words'])
    .select(['l.seq', 'l.at as entryAt', 'l.body', 'l.previous', 'l.hash'])
    .where('a.subject', '=', subject)
    .orderBy('a.seq')
    .execute()
  return rows.map(({ id, kind, form, topics, cadence, asked_at, way, at, ...row }) => ({
    id,
    kind,
    subject: row.subject,
    words:
      row.words === null || row.terms === null || row.language === null
        ? null
        : { version: row.terms, language: row.language, words: row.words },
    wordsSha256: row.sha256,
    form,
    topics: topics === null ? null : (JSON.parse(topics) as readonly string[]),
    cadence: cadence,
    askedAt: asked_at,
    way,
    at,
    entry: entryOf({ seq: row.seq, at: row.entryAt, kind, body: row.body, previous: row.previous, hash: row.hash }),
  }))
}

/** What people agreed to, in the record's own file. */
export function sqliteConsents({ read, write }: Access, key: RecordKey): Consents {
  return {
    add: async (act) => {
      assertClean(act)
      await write((writer) => addAct(writer, act))
    },
    subjectOf: (address) => subjectOf(key, address),
    subjectKeyOf: (address) => subjectKeyOf(key, address).toString('hex'),
    of: (subject) => read((db) => actsOf(db, subject)),
  }
}
