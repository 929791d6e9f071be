function refusal(deed: string, table: string): string {
  return `begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end`
}

/**
 * A decision about a statement can leave it open, and can be the undoing of another. The table is made anew, since what
 * a column may hold is part of it; its rows stay as they are.
 */
const DECISIONS = `
create table statement_decisions_wider (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  statement_id text not null references statements (id),
  supersedes text unique references statement_decisions_wider (id),
  verdict text not null check (verdict in ('open', 'accepted', 'rejected', 'withdrawn')),
  reading_id text not null references readings (id),
  speaker_id text references actors (id),
  said_on text,
  dossier_id text,
  recorded_at text not null,
  undoes text references decisions (id)
) strict;
insert into statement_decisions_wider select *, null from statement_decisions order by seq;
drop table statement_decisions;
alter table statement_decisions_wider rename to statement_decisions;
create index decisions_of_statement on statement_decisions (statement_id, seq);
create index acceptances_by_time on statement_decisions (recorded_at, seq) where verdict = 'accepted';
create index statement_decisions_of_decision on statement_decisions (decision_id);
create trigger statement_decisions_no_update before update on statement_decisions ${refusal('update', 'statement_decisions')};
create trigger statement_decisions_no_delete before delete on statement_decisions ${refusal('delete', 'statement_decisions')};
`

/**
 * What a person says of a statement instead of the machine, as of each decision that says anything: \`value\` is the JSON
 * of \`PersonsValues\`; \`added_to\` is the article to which the decision added the statement. It goes with the statement.
 */
const VALUES = `
create table statement_values (
  id text primary key references statement_decisions (id),
  statement_id text not null references statements (id),
  added_to text references articles (id),
  value text not null
) strict;
create index values_of_statement on statement_values (statement_id);
create index statements_added on statement_values (added_to) where added_to is not null;
create trigger statement_values_no_update before update on statement_values ${refusal('update', 'statement_values')};
create trigger statement_values_no_delete before delete on statement_values when not exists (
  select 1 from removed_things where kind = 'statement' and id = old.statement_id
) ${refusal('delete', 'statement_values')};
`

/** Spans that persons marked, and which decision made the name of an actor. */
const PASSAGES_AND_NAMES = `
create table passages (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  passage_id text not null,
  supersedes text unique references passages (id),
  text_id text not null references texts (id),
  start integer not null,
  end integer not null,
  is_marked integer not null,
  recorded_at text not null
) strict;
create index passages_of_text on passages (text_id, seq);
create index passages_of_decision on passages (decision_id);
create trigger passages_no_update before update on passages ${refusal('update', 'passages')};
create trigger passages_no_delete before delete on passages ${refusal('delete', 'passages')};
alter table names add column decision_id text references decisions (id);
create index names_of_decision on names (decision_id) where decision_id is not null;
`

/** Derived: for each article how many statements that are read nobody decided about, and the least confidence, in millionths. */
const DERIVED = `
create table current_reviews (
  article_seq integer primary key,
  undecided integer not null,
  confidence integer not null
) strict;
create index reviews_by_confidence on current_reviews (confidence, article_seq);
insert into current_reviews
select c.article_seq, count(*), min(cast(round(1000000 * json_extract(r.found, '$.confidence')) as integer))
from current_statements c
join statement_readings r on r.statement_id = c.statement_id and r.reading_id = c.found_in
where c.still_read = 1 and not exists (select 1 from statement_decisions d where d.statement_id = c.statement_id)
group by c.article_seq;
`

export const REVIEW = DECISIONS + VALUES + PASSAGES_AND_NAMES + DERIVED
