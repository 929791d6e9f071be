/** Of the record: which pages are looked at again, and what was decided about each. */
const RECORD = `
create table watched_pages (
  seq integer primary key,
  id text not null unique,
  address text not null unique,
  recorded_at text not null
) strict;

create table page_decisions (
  seq integer primary key,
  id text not null unique,
  page_id text not null references watched_pages (id),
  supersedes text unique references page_decisions (id),
  deed text not null check (deed in ('watch', 'stop')),
  recorded_at text not null
) strict;
create index decisions_of_page on page_decisions (page_id, seq);
`

/** Not of the record: how it stands with a page. */
const WORKING = `
create table page_states (
  page_id text primary key references watched_pages (id),
  article_id text references articles (id),
  etag text,
  last_modified text,
  looked_at text,
  next_at text,
  failures integer not null default 0,
  fault text,
  gone_since text
) strict;
create index page_states_by_time on page_states (next_at);
create index page_states_of_article on page_states (article_id) where article_id is not null;
`

const APPEND_ONLY = ['watched_pages', 'page_decisions']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
    ),
  )
  .join('\n')

export const WATCHED_PAGES = RECORD + WORKING + APPEND_ONLY
