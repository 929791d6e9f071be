/** Time stamps over the ledger: what was asked of an authority, and its answer, as they went over the wire. */
export const TIME_STAMPS = `
create table time_stamps (
  id text primary key,
  seq integer not null,
  hash text not null,
  authority text not null,
  request blob not null,
  answer blob not null,
  recorded_at text not null
) strict;
create trigger time_stamps_no_update before update on time_stamps begin select raise(abort, 'the record is only added to: no update of time_stamps'); end;
create trigger time_stamps_no_delete before delete on time_stamps begin select raise(abort, 'the record is only added to: no delete of time_stamps'); end;
`
