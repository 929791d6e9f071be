import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Each counts what must not be there. */
const FORBIDDEN: Readonly<Record<string, string>> = {
  'blobs without bytes':
    'select count(*) from blobs where sha256 not in (select blob from archive_records where blob is not null)',
  'blobs without a capture': 'select count(*) from blobs where sha256 not in (select sha256 from captures)',
  'blobs without an article': 'select count(*) from blobs where sha256 not in (select sha256 from articles)',
  'articles without a text': 'select count(*) from articles where id not in (select article_id from texts)',
  'texts without a reading': 'select count(*) from texts where id not in (select text_id from readings)',
  'statements that no reading found':
    'select count(*) from statements where id not in (select statement_id from statement_readings where found is not null)',
  'actors without a name': 'select count(*) from actors where id not in (select actor_id from names)',
  'articles that no list shows': 'select count(*) from articles where seq not in (select seq from current_articles)',
  'articles that no search finds': 'select count(*) from articles where seq not in (select rowid from article_words)',
  'actors that no search finds': 'select count(*) from actors where seq not in (select rowid from speaker_words)',
  'articles counted wrongly': `
    select count(*) from current_articles c where statements <>
      (select count(*) from statement_readings r where r.reading_id = c.reading_id and found is not null)`,
  'speakers counted wrongly': `
    select count(*) from current_speakers c where (statements, articles) <>
      (select count(*), count(distinct article_seq) from current_statements where speaker_id = c.actor_id and still_read)`,
}

/** The records of the archive that are not, byte for byte, where the record says. */
function archiveFaults(database: DatabaseSync, folder: string): readonly string[] {
  const files = new Map<string, Buffer>()
  return database
    .prepare('select file, start, length, sha256 from archive_records')
    .all()
    .flatMap((row) => {
      const [file, start] = [String(row['file']), Number(row['start'])]
      const bytes = files.get(file) ?? readFileSync(join(folder, file))
      files.set(file, bytes)
      const member = bytes.subarray(start, start + Number(row['length']))
      return createHash('sha256').update(member).digest('hex') === row['sha256']
        ? []
        : [`${file} at ${start} is altered`]
    })
}

/** @returns what is wrong with a record's file, in words; empty when all is well */
export function recordFaults(path: string): readonly string[] {
  const database = new DatabaseSync(path)
  try {
    const integrity = database
      .prepare('pragma integrity_check')
      .all()
      .map((row) => String(Object.values(row)[0]))
    const strays = database.prepare('pragma foreign_key_check').all().length
    const forbidden = Object.entries(FORBIDDEN).flatMap(([name, query]) => {
      const count = Object.values(database.prepare(query).get() ?? {})[0]
      return count === 0 ? [] : [`${count} ${name}`]
    })
    return [
      ...integrity.filter((line) => line !== 'ok'),
      ...(strays > 0 ? [`${strays} rows refer to none`] : []),
      ...forbidden,
      ...archiveFaults(database, join(dirname(path), 'archive')),
    ]
  } finally {
    database.close()
  }
}
