/** The ledger. `previous` is unique, so that no two entries can follow one. */
export const LEDGER = `
create table ledger (
  seq integer primary key,
  at text not null,
  kind text not null,
  body text not null,
  previous text not null unique,
  hash text not null unique
) strict;
create trigger ledger_no_update before update on ledger begin select raise(abort, 'the record is only added to: no update of ledger'); end;
create trigger ledger_no_delete before delete on ledger begin select raise(abort, 'the record is only added to: no delete of ledger'); end;
`
