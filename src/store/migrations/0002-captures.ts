/**
 * How bytes were received. An archive that is read again adds no capture twice: its record says which it is. Its id
 * alone does not, since some programs give one id to many records.
 */
export const CAPTURES = `
alter table captures add column via text check (via in ('fetch', 'page', 'archive'));
alter table captures add column asked_url text;
alter table captures add column received_at text;
alter table captures add column status integer;
alter table captures add column headers text;
alter table captures add column address text;
alter table captures add column archive_record text;
create unique index captures_of_records
  on captures (sha256, ifnull(url, ''), received_at, ifnull(archive_record, '')) where via = 'archive';
`
