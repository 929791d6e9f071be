/**
 * Subscribers, editions and deliveries. These are not of the record: what a person agreed to stands in the ledger, with
 * keyed digests; addresses stand here alone, and go when they must. Times are UTC in ISO 8601 with milliseconds.
 *
 * `digest` is the keyed digest of an address; `suppressions` outlive the address. `follows` holds the topics of who is
 * subscribed and since when each, `followed` what was followed before. `items` are what moved, in the order in which
 * editions saw it; a subscriber was told of all that it follows up to the number in `told`. A delivery's content is a list
 * of their numbers: of one that never went out, it is owed again.
 */
export const NEWSLETTER = `
create table subscribers (
  seq integer primary key,
  id text not null unique,
  address text,
  digest text not null unique,
  domain text not null,
  language text not null,
  state text not null check (state in ('waiting', 'subscribed', 'left', 'erased')),
  cadence text not null default 'weekly' check (cadence in ('at once', 'daily', 'weekly')),
  told integer not null default 0,
  added_at text not null,
  check ((state = 'erased') = (address is null))
) strict;

create table follows (
  subscriber integer not null references subscribers,
  topic text not null,
  since text not null,
  primary key (subscriber, topic)
) strict, without rowid;

create table suppressions (
  digest text primary key,
  reason text not null check (reason in ('left', 'refused', 'complained', 'erased', 'blocked')),
  added_at text not null
) strict, without rowid;

create table followed (
  subscriber integer not null references subscribers,
  topic text not null,
  since text not null,
  until text not null
) strict;
create index followed_by_subscriber on followed (subscriber);

create table items (
  seq integer primary key,
  key text not null unique,
  at text not null,
  topics text not null
) strict;

create table editions (
  seq integer primary key,
  id text not null unique,
  state text not null check (state in ('draft', 'scheduled', 'sending', 'paused', 'cancelled', 'done')),
  kind text not null check (kind in ('record', 'post')),
  cadences text not null,
  words text not null,
  scheduled_for text,
  sent_at text,
  added_at text not null,
  check ((state = 'scheduled') <= (scheduled_for is not null))
) strict;

create table contents (
  seq integer primary key,
  items text not null unique
) strict;

create table deliveries (
  seq integer primary key,
  edition integer not null references editions,
  subscriber integer not null references subscribers,
  domain text not null,
  state text not null check (state in ('waiting', 'offered', 'accepted', 'deferred', 'refused', 'suppressed')),
  content integer references contents,
  is_owed_again integer not null default 0,
  tries integer not null default 0,
  may_repeat integer not null default 0,
  not_before text,
  reply_code integer,
  reply_text text,
  offered_at text,
  ended_at text,
  unique (edition, subscriber),
  check ((state = 'deferred') = (not_before is not null)),
  check ((state in ('accepted', 'refused', 'suppressed')) = (ended_at is not null))
) strict;
create index deliveries_waiting on deliveries (edition, seq) where state in ('waiting', 'deferred');
create index deliveries_offered on deliveries (seq) where state = 'offered';
create index deliveries_due on deliveries (not_before) where not_before is not null;
create index deliveries_by_state on deliveries (edition, state);
create index deliveries_lost on deliveries (subscriber) where content is not null and is_owed_again = 0 and may_repeat = 0
  and state in ('waiting', 'deferred', 'refused');
create index deliveries_repeated on deliveries (edition, seq) where may_repeat = 1;

create table bounces (
  seq integer primary key,
  delivery integer not null references deliveries,
  subscriber integer not null references subscribers,
  kind text not null check (kind in ('gone', 'soft', 'complaint')),
  status text,
  at text not null,
  unique (delivery, kind)
) strict;
create index bounces_of_subscriber on bounces (subscriber);
`
