/** How far an archive that was not read to its end was read: kept only until it is, and derived from what is in the record. */
export const ARCHIVE_PLACES = `
create table current_archives (
  identity text primary key,
  part integer not null,
  at integer not null,
  skip integer not null
) strict, without rowid;
create index captures_of_addresses on captures (url, received_at) where via = 'archive';
`
