/** Of the record: of which feeds and dossiers all pages are looked at again; a decision about a page may come of one. */
const GROUPS = `
create table watch_decisions (
  seq integer primary key,
  id text not null unique,
  kind text not null check (kind in ('feed', 'dossier')),
  thing_id text not null,
  supersedes text unique references watch_decisions (id),
  deed text not null check (deed in ('watch', 'stop')),
  recorded_at text not null
) strict;
create index watch_decisions_of_thing on watch_decisions (kind, thing_id, seq);
alter table page_decisions add column because text references watch_decisions (id);
`

/**
 * Of the record: keyed digests of the addresses that a removed article was captured at, so that it does not come back
 * from them, and that a person lets something come from there again.
 */
const REMOVED_ADDRESSES = `
create table removed_addresses (
  digest text not null,
  removal_id text not null references removals,
  primary key (digest, removal_id)
) strict, without rowid;
create table readmissions (
  id text primary key,
  removal_id text not null references removals,
  reason text not null,
  readmitted_by text,
  recorded_at text not null
) strict;
create index readmissions_of_removal on readmissions (removal_id);
`

function refusal(deed: string, table: string): string {
  return `begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end`
}

const APPEND_ONLY = ['watch_decisions', 'removed_addresses', 'readmissions']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) => `create trigger ${table}_no_${deed} before ${deed} on ${table} ${refusal(deed, table)};`,
    ),
  )
  .join('\n')

/** Of a page that was watched, the address goes with the article that it was read as. */
const EMPTY_ONLY_WHAT_IS_NAMED = `
drop trigger watched_pages_no_update;
create trigger watched_pages_no_update before update on watched_pages when not (
  exists (select 1 from removed_things where kind = 'watched-page' and id = old.id)
  and (new.seq, new.id, new.recorded_at, new.address) = (old.seq, old.id, old.recorded_at, 'removed:' || old.id)
) ${refusal('update', 'watched_pages')};
`

export const WATCHED_GROUPS = GROUPS + REMOVED_ADDRESSES + APPEND_ONLY + EMPTY_ONLY_WHAT_IS_NAMED
