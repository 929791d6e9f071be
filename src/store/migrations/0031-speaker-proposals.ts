/**
 * Whom the speaker of a reading may also be, for a person to accept or decline. Rows hold ids alone, so that nothing of
 * a removed article stays in them; each pair of actors is proposed once.
 */
const TABLES = `
create table speaker_proposals (
  seq integer primary key,
  id text not null unique,
  reading_id text not null references readings (id),
  actor_id text not null references actors (id),
  may_be text not null references actors (id),
  reason text not null,
  recorded_at text not null,
  unique (actor_id, may_be)
) strict;
create index speaker_proposals_of_reading on speaker_proposals (reading_id);

create table speaker_proposal_decisions (
  seq integer primary key,
  id text not null unique,
  decision_id text not null references decisions (id),
  proposal_id text not null references speaker_proposals (id),
  verdict text not null check (verdict in ('accepted', 'declined')),
  recorded_at text not null
) strict;
create index decisions_of_speaker_proposal on speaker_proposal_decisions (proposal_id, seq);
create index speaker_proposal_decisions_of_decision on speaker_proposal_decisions (decision_id);
`

const APPEND_ONLY = ['speaker_proposals', 'speaker_proposal_decisions']
  .flatMap((table) =>
    ['update', 'delete'].map(
      (deed) =>
        `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
    ),
  )
  .join('\n')

export const SPEAKER_PROPOSALS = TABLES + APPEND_ONLY
