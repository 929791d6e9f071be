/**
 * When the words of a transcript were said: the JSON of the `TimeCode`s of a text version, one row for each text that
 * has any.
 */
export const TIME_CODES = `
create table text_times (
  text_id text primary key references texts,
  codes text not null,
  recorded_at text not null
) strict;
create trigger text_times_no_update before update on text_times begin
  select raise(abort, 'the record is only added to: no update of text_times');
end;
create trigger text_times_no_delete before delete on text_times begin
  select raise(abort, 'the record is only added to: no delete of text_times');
end;
`
