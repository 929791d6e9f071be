/** Which reading brought a name into the record, so that the ledger can tell of both together. */
export const NAMES_OF_READINGS = `
drop trigger names_no_update;
alter table names add column reading_id text references readings;
update names set reading_id = (
  select r.id from readings r join statement_readings s on s.reading_id = r.id
  where s.speaker_id = names.actor_id and r.recorded_at = names.recorded_at
  order by r.id limit 1
);
create index names_of_reading on names (reading_id);
create trigger names_no_update before update on names begin select raise(abort, 'the record is only added to: no update of names'); end;
`
