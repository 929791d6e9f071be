/** What a browser made of captured pages. Their records in the archive are of the capture, and of the rendering. */
export const RENDERINGS = `
create table renderings (
  id text primary key,
  capture_id text not null references captures (id),
  at text not null,
  browser text not null,
  picture_record text not null,
  pdf_record text not null,
  recorded_at text not null
) strict;
create index renderings_of_capture on renderings (capture_id);
create trigger renderings_no_update before update on renderings begin select raise(abort, 'the record is only added to: no update of renderings'); end;
create trigger renderings_no_delete before delete on renderings begin select raise(abort, 'the record is only added to: no delete of renderings'); end;
alter table archive_records add column rendering_id text references renderings (id);
create index archive_records_of_rendering on archive_records (rendering_id) where rendering_id is not null;
`
