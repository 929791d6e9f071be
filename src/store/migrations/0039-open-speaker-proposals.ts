/**
 * Proposals that taking a dossier in makes name its decision, and are told of with that. Those that wait for a person
 * stand in a list of their own, so that a page of them costs the same however many were ever made.
 */
export const OPEN_SPEAKER_PROPOSALS = `
alter table speaker_proposals add column decision_id text references decisions (id);
create index speaker_proposals_of_decision on speaker_proposals (decision_id) where decision_id is not null;
create index speaker_proposals_by_may_be on speaker_proposals (may_be);

create table current_speaker_proposals (
  seq integer primary key references speaker_proposals (seq),
  article_seq integer not null
) strict;
create index current_speaker_proposals_of_article on current_speaker_proposals (article_seq);

insert into current_speaker_proposals (seq, article_seq)
select p.seq, a.seq from speaker_proposals p
join readings r on r.id = p.reading_id
join texts t on t.id = r.text_id
join articles a on a.id = t.article_id
where p.id not in (select proposal_id from speaker_proposal_decisions)
  and a.id not in (select article_id from removals);
`
