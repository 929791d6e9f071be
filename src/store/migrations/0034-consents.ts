/**
 * What people did towards the terms of the newsletter, and the exact words. `subject` is a keyed digest of an address;
 * no row tells of a person otherwise. `topics` is a JSON list.
 */
const TABLES = `
create table agreed_texts (
  sha256 text primary key,
  terms integer not null,
  language text not null,
  words text not null,
  recorded_at text not null
) strict, without rowid;
create table consent_acts (
  seq integer primary key,
  id text not null unique,
  kind text not null check (kind in ('consent', 'consent-withdrawn', 'erasure')),
  subject text not null,
  words text references agreed_texts (sha256),
  form text,
  topics text,
  cadence text,
  asked_at text,
  way text not null,
  at text not null,
  recorded_at text not null,
  check ((kind = 'consent') = (words is not null))
) strict;
create index consents_of_subject on consent_acts (subject, seq);
`

const APPEND_ONLY = ['agreed_texts', 'consent_acts']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
    ),
  )
  .join('\n')

export const CONSENTS = TABLES + APPEND_ONLY
