/** A thing may go, or be emptied, only where a removal names it. */
function mayGo(kind: string, id: string): string {
  return `exists (select 1 from removed_things where kind = '${kind}' and id = ${id})`
}

function refusal(deed: string, table: string): string {
  return `begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end`
}

/** Tables whose rows may be removed: what kind of thing a row is of, and by which column. */
const REMOVABLE: Readonly<Record<string, readonly [kind: string, column: string]>> = {
  captures: ['capture', 'id'],
  renderings: ['rendering', 'id'],
  text_times: ['text', 'text_id'],
  text_blobs: ['same-text', 'id'],
  statement_readings: ['reading', 'reading_id'],
  names: ['name', 'id'],
}

const REMOVE_ONLY_WHAT_IS_NAMED = Object.entries(REMOVABLE)
  .map(
    ([table, [kind, column]]) => `drop trigger ${table}_no_delete;
create trigger ${table}_no_delete before delete on ${table} when not ${mayGo(kind, `old.${column}`)} ${refusal('delete', table)};`,
  )
  .join('\n')

/** Of texts and readings the rows stay, since decisions refer to them; of a record of the archive its place, and the digest of what stands there now. */
const EMPTY_ONLY_WHAT_IS_NAMED = `
drop trigger texts_no_update;
create trigger texts_no_update before update on texts when not (
  ${mayGo('text', 'old.id')}
  and (new.id, new.article_id, new.recorded_at, new.text) = (old.id, old.article_id, old.recorded_at, '')
  and new.supersedes is old.supersedes
  and coalesce(new.headline, new.byline, new.outlet, new.published, new.language, new.url) is null
) ${refusal('update', 'texts')};
drop trigger readings_no_update;
create trigger readings_no_update before update on readings when not (
  ${mayGo('reading', 'old.id')}
  and (new.id, new.text_id, new.reader_name, new.reader_version, new.recorded_at, new.names)
    = (old.id, old.text_id, old.reader_name, old.reader_version, old.recorded_at, '[]')
  and new.supersedes is old.supersedes
) ${refusal('update', 'readings')};
drop trigger archive_records_no_update;
create trigger archive_records_no_update before update on archive_records when not (
  ${mayGo('record', 'old.record_id')}
  and (new.file, new.start, new.length, new.record_id) = (old.file, old.start, old.length, old.record_id)
  and new.type = 'metadata' and coalesce(new.url, new.capture_id, new.rendering_id, new.blob) is null
) ${refusal('update', 'archive_records')};
`

/**
 * What was removed, by whom and why, and which things went: captures, texts, readings, names and records by their ids.
 * A removal that is under way has left the database, and not yet every byte of the files.
 */
const TABLES = `
create table removals (
  id text primary key,
  article_id text not null unique references articles (id),
  reason text not null,
  removed_by text,
  recorded_at text not null
) strict;
create table removed_things (
  kind text not null,
  id text not null,
  removal_id text not null references removals,
  primary key (kind, id)
) strict, without rowid;
create index things_of_removal on removed_things (removal_id);
create table removals_under_way (
  removal_id text primary key references removals
) strict, without rowid;
`

const APPEND_ONLY = ['removals', 'removed_things']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) => `create trigger ${table}_no_${deed} before ${deed} on ${table} ${refusal(deed, table)};`,
    ),
  )
  .join('\n')

export const REMOVALS = TABLES + APPEND_ONLY + REMOVE_ONLY_WHAT_IS_NAMED + EMPTY_ONLY_WHAT_IS_NAMED
