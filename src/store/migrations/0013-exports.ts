/** What left the record as a file. `articles` is the JSON of their ids, or null for all there were. */
export const EXPORTS = `
create table exports (
  id text primary key,
  sha256 text not null,
  bytes integer not null,
  key text not null,
  articles text,
  article_count integer not null,
  record_count integer not null,
  recorded_at text not null
) strict, without rowid;
create trigger exports_no_update before update on exports begin select raise(abort, 'the record is only added to: no update of exports'); end;
create trigger exports_no_delete before delete on exports begin select raise(abort, 'the record is only added to: no delete of exports'); end;
`
