/**
 * Which bytes were read as which text: those that a text was made from first, and later ones of the same address in
 * which the same text stands.
 */
export const TEXT_BLOBS = `
create table text_blobs (
  seq integer primary key,
  id text not null unique,
  sha256 text not null references blobs,
  text_id text not null references texts,
  recorded_at text not null,
  unique (sha256, text_id)
) strict;
create index blobs_of_text on text_blobs (text_id, seq);
insert into text_blobs (id, sha256, text_id, recorded_at)
  select t.id, a.sha256, t.id, t.recorded_at from texts t join articles a on a.id = t.article_id order by t.id;
create trigger text_blobs_no_update before update on text_blobs begin select raise(abort, 'the record is only added to: no update of text_blobs'); end;
create trigger text_blobs_no_delete before delete on text_blobs begin select raise(abort, 'the record is only added to: no delete of text_blobs'); end;
`
