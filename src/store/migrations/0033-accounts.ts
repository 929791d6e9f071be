/**
 * Who came to the desk, and what was done to whom. `person` is a keyed digest of name and address as they were given;
 * `detail` one of a passkey's public key, or how somebody signed in.
 */
const RECORD = `
create table accounts (
  seq integer primary key,
  id text not null unique,
  recorded_at text not null
) strict;

create table account_deeds (
  seq integer primary key,
  id text not null unique,
  account_id text not null references accounts (id),
  supersedes text unique references account_deeds (id),
  deed text not null,
  by_account text references accounts (id),
  role_before text,
  role_after text,
  person text,
  detail text,
  recorded_at text not null
) strict;
create index deeds_of_account on account_deeds (account_id, seq);

alter table decisions add column by_account text references accounts (id);
`

/** Derived, but for what tells of the person, which is kept here alone so that it can go. */
const PEOPLE = `
create table current_accounts (
  account_id text primary key references accounts (id),
  role text not null,
  name text,
  address text unique,
  joined_at text
) strict;
`

/** Not of the record: what lets people in. Tokens are kept as digests only. */
const KEYS = `
create table sign_in_links (
  digest text primary key,
  kind text not null,
  account_id text references current_accounts on delete cascade,
  over_at text not null
) strict;
create table sign_in_sessions (
  id text primary key,
  digest text not null unique,
  account_id text not null references current_accounts on delete cascade,
  way text not null,
  made_at text not null,
  used_at text not null,
  seen_from text,
  browser text
) strict;
create index sessions_of_account on sign_in_sessions (account_id);
create table sign_in_passkeys (
  id text primary key,
  account_id text not null references current_accounts on delete cascade,
  name text not null,
  public_key blob not null,
  counter integer not null,
  made_at text not null,
  used_at text
) strict;
create index passkeys_of_account on sign_in_passkeys (account_id);
`

const APPEND_ONLY = ['accounts', 'account_deeds']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
    ),
  )
  .join('\n')

export const ACCOUNTS = RECORD + PEOPLE + KEYS + APPEND_ONLY
