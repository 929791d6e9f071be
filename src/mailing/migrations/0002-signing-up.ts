/**
 * What visitors asked for and nobody decided yet (`requests`), sign-ups that wait to be confirmed, mails that answer
 * them, and what people did that the ledger is still to tell of (`consent_outbox`: acts as JSON). `buckets` counts how
 * much was asked for, by keyed digests of addresses and networks; `left_over` is what of an allowance was left at `at`,
 * in milliseconds since 1970. `topics` are JSON lists; the terms that a subscriber agreed to stand with the subscriber.
 */
export const SIGNING_UP = `
alter table subscribers add column agreed_terms integer;
alter table subscribers add column agreed_language text;

create table requests (
  seq integer primary key,
  door text not null check (door in ('sign-up', 'preferences')),
  address text not null,
  network text not null,
  proof text,
  trapped integer not null,
  topics text,
  cadence text,
  language text not null,
  terms integer,
  form text,
  asked_at text not null
) strict;

create table sign_ups (
  seq integer primary key,
  id text not null unique,
  subscriber integer not null references subscribers,
  topics text not null,
  cadence text not null,
  language text not null,
  terms integer not null,
  form text not null,
  asked_at text not null,
  over_at text not null,
  confirmed_at text
) strict;
create index sign_ups_of_subscriber on sign_ups (subscriber);

create table answer_mails (
  seq integer primary key,
  id text not null unique,
  kind text not null check (kind in ('confirm', 'known', 'preferences')),
  subscriber integer not null references subscribers,
  sign_up integer references sign_ups,
  language text not null,
  tries integer not null default 0,
  not_before text not null,
  check ((kind = 'confirm') = (sign_up is not null))
) strict;
create index answer_mails_due on answer_mails (not_before);

create table consent_outbox (
  seq integer primary key,
  id text not null unique,
  act text not null
) strict;

create table buckets (
  key text primary key,
  counted text not null,
  left_over real not null,
  at integer not null
) strict, without rowid;

create table spent_proofs (
  proof text primary key,
  at text not null
) strict, without rowid;
`
