function refusal(deed: string, table: string): string {
  return `begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end`
}

/**
 * What was removed of a dossier, and why: all of it, one part with what belongs to it, or only what they said before.
 * `emptied_things` names the rows and decisions that hold nothing of it any more.
 */
const TABLES = `
create table dossier_removals (
  seq integer primary key,
  id text not null unique,
  dossier_id text not null,
  part_id text,
  extent text not null check (extent in ('whole', 'earlier')),
  reason text not null,
  removed_by text,
  recorded_at text not null
) strict;
create index removals_of_dossier on dossier_removals (dossier_id, seq);
create table emptied_things (
  kind text not null check (kind in ('dossier-row', 'decision')),
  id text not null,
  removal_id text not null references dossier_removals (id),
  primary key (kind, id)
) strict, without rowid;
create index emptied_by_removal on emptied_things (removal_id);
create table dossier_removals_under_way (
  removal_id text primary key references dossier_removals (id)
) strict, without rowid;
`

/** A row of a dossier keeps its place and loses its value; a decision loses what a file called the dossier's actors. */
const EMPTY_ONLY_WHAT_IS_NAMED = `
drop trigger dossier_rows_no_update;
create trigger dossier_rows_no_update before update on dossier_rows when not (
  new.how = 'removed' and new.value is null
  and (new.seq, new.id, new.decision_id, new.dossier_id, new.thing_id, new.type, new.recorded_at)
    = (old.seq, old.id, old.decision_id, old.dossier_id, old.thing_id, old.type, old.recorded_at)
  and new.of_thing is old.of_thing and new.supersedes is old.supersedes
  and new.reason = (select r.reason from emptied_things e join dossier_removals r on r.id = e.removal_id
    where e.kind = 'dossier-row' and e.id = old.id)
) ${refusal('update', 'dossier_rows')};
drop trigger decisions_no_update;
create trigger decisions_no_update before update on decisions when not (
  exists (select 1 from emptied_things where kind = 'decision' and id = old.id)
  and (new.seq, new.id, new.by_role, new.recorded_at) = (old.seq, old.id, old.by_role, old.recorded_at)
  and new.reason is old.reason and new.dossier_id is old.dossier_id
  and new.by_account is old.by_account and json_valid(new.names)
) ${refusal('update', 'decisions')};
`

const APPEND_ONLY = ['dossier_removals', 'emptied_things']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) => `create trigger ${table}_no_${deed} before ${deed} on ${table} ${refusal(deed, table)};`,
    ),
  )
  .join('\n')

export const DOSSIER_REMOVALS = TABLES + APPEND_ONLY + EMPTY_ONLY_WHAT_IS_NAMED
