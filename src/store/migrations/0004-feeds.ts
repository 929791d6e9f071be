/** Of the record: which feeds are followed, and what was decided about them. */
const RECORD = `
create table feeds (
  seq integer primary key,
  id text not null unique,
  address text not null,
  recorded_at text not null
) strict;

create table feed_decisions (
  seq integer primary key,
  id text not null unique,
  feed_id text not null references feeds (id),
  supersedes text unique references feed_decisions (id),
  deed text not null check (deed in ('follow', 'filter', 'stop')),
  words text,
  recorded_at text not null
) strict;
create index decisions_of_feed on feed_decisions (feed_id, seq);
`

/** Not of the record: how it stands with a feed, and by what its entries are known again. A key is a digest. */
const WORKING = `
create table feed_states (
  feed_id text primary key references feeds (id),
  address text not null,
  title text,
  etag text,
  last_modified text,
  looked_at text,
  next_at text,
  interval_ms integer,
  failures integer not null default 0,
  fault text,
  counts text
) strict;
create index feed_states_by_time on feed_states (next_at);

create table feed_entries (
  seq integer primary key,
  feed_id text not null references feeds (id),
  is_taken integer not null,
  keys integer not null
) strict;
create index entries_of_feed on feed_entries (feed_id, is_taken);

create table feed_entry_keys (
  key blob primary key,
  entry integer not null references feed_entries
) strict, without rowid;

create index captures_by_url on captures (url) where url is not null;
create index captures_by_asked_url on captures (asked_url) where asked_url is not null;
`

const APPEND_ONLY = ['feeds', 'feed_decisions']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
    ),
  )
  .join('\n')

export const FEEDS = RECORD + WORKING + APPEND_ONLY
