/**
 * Dossiers and what persons decide. A decision is one act of a person; what it says stands in the other tables, each
 * row with its decision, and the ledger has one entry for all of it.
 */
const RECORD = `
create table decisions (
  seq integer primary key,
  id text not null unique,
  by_role text not null,
  reason text,
  dossier_id text,
  names text,
  recorded_at text not null
) strict;
create index decisions_of_dossier on decisions (dossier_id, seq) where dossier_id is not null;

create table dossier_rows (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  dossier_id text not null,
  thing_id text not null,
  type text not null,
  of_thing text,
  supersedes text unique references dossier_rows (id),
  how text not null check (how in ('value', 'withdrawn', 'removed')),
  value text,
  reason text,
  recorded_at text not null,
  check ((how = 'value') = (value is not null))
) strict;
create index rows_of_dossier on dossier_rows (dossier_id, seq);
create index rows_of_actor on dossier_rows (thing_id) where type = 'actor';
create index dossier_rows_of_decision on dossier_rows (decision_id);

create table publications (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  dossier_id text not null,
  supersedes text unique references publications (id),
  is_published integer not null,
  recorded_at text not null
) strict;
create index publications_of_dossier on publications (dossier_id, seq);
create index publications_of_decision on publications (decision_id);

create table statement_decisions (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  statement_id text not null references statements (id),
  supersedes text unique references statement_decisions (id),
  verdict text not null check (verdict in ('accepted', 'rejected', 'withdrawn')),
  reading_id text not null references readings (id),
  speaker_id text references actors (id),
  said_on text,
  dossier_id text,
  recorded_at text not null
) strict;
create index decisions_of_statement on statement_decisions (statement_id, seq);
create index acceptances_by_time on statement_decisions (recorded_at, seq) where verdict = 'accepted';
create index statement_decisions_of_decision on statement_decisions (decision_id);

create table identity_decisions (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  value text not null,
  recorded_at text not null
) strict;
create index identity_decisions_of_decision on identity_decisions (decision_id);
`

/** Derived: the statements whose last decision accepts them, and their own words, under that decision's number. */
const DERIVED = `
create table current_accepted (
  seq integer primary key,
  statement_id text not null unique,
  article_seq integer not null,
  speaker_id text
) strict;
create index current_accepted_of_speaker on current_accepted (speaker_id, seq);
create index current_accepted_of_article on current_accepted (article_seq);
create index texts_by_outlet on texts (outlet) where outlet is not null;
create virtual table accepted_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
`

const APPEND_ONLY = ['decisions', 'dossier_rows', 'publications', 'statement_decisions', 'identity_decisions']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
    ),
  )
  .join('\n')

export const DOSSIERS = RECORD + DERIVED + APPEND_ONLY
