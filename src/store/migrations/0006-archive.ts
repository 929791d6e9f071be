/**
 * Where the records of captures lie in the archive. The bytes of blobs are there, and no longer in the database: those
 * that still are (`blob_bytes`) are brought over when the record is opened.
 */
export const ARCHIVE = `
create table archive_records (
  file text not null,
  start integer not null,
  length integer not null,
  sha256 text not null,
  type text not null,
  record_id text not null unique,
  url text,
  date text not null,
  payload_digest text,
  capture_id text references captures (id),
  blob text references blobs (sha256),
  recorded_at text not null,
  primary key (file, start)
) strict, without rowid;
create index archive_records_of_payload on archive_records (payload_digest) where type in ('response', 'resource');
create index archive_records_of_blob on archive_records (blob) where blob is not null;
create index archive_records_of_capture on archive_records (capture_id);
create trigger archive_records_no_update before update on archive_records begin select raise(abort, 'the record is only added to: no update of archive_records'); end;
create trigger archive_records_no_delete before delete on archive_records begin select raise(abort, 'the record is only added to: no delete of archive_records'); end;
`
