/**
 * Jobs, and beside them what each needs, which goes when the job has ended well. Times are UTC in ISO 8601 with
 * milliseconds; `progress`, `fault` and `outcome` are JSON. `lost` counts the processes that died while it ran, since
 * it last came further than `furthest`. `holder` is the open queue that runs it, in the process `holder_pid` of
 * `holder_host`, and said so last at `kept_at`.
 */
export const JOBS = `
create table jobs (
  seq integer primary key,
  id text not null unique,
  kind text not null,
  name text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'set-aside')),
  group_id text,
  key text,
  host text,
  background integer not null,
  attempts integer not null default 0,
  failures integer not null default 0,
  lost integer not null default 0,
  not_before text not null,
  progress text,
  furthest integer not null default 0,
  fault text,
  outcome text,
  holder text,
  holder_host text,
  holder_pid integer,
  kept_at text,
  added_at text not null,
  ended_at text,
  check ((state = 'running') = (holder is not null)),
  check ((state in ('done', 'set-aside')) = (ended_at is not null))
) strict;
create index jobs_to_take on jobs (kind, background, not_before, seq, host, key) where state = 'waiting';
create index jobs_by_turn on jobs (not_before, seq) where state = 'waiting';
create index jobs_under_way on jobs (kind, seq) where state = 'running';
create index jobs_ended on jobs (state, ended_at, seq) where ended_at is not null;
create index jobs_of_group on jobs (group_id, seq) where group_id is not null;
create index jobs_of_key on jobs (key, state) where key is not null and ended_at is null;

create table work (
  seq integer primary key references jobs on delete cascade,
  work blob not null
) strict;
`
