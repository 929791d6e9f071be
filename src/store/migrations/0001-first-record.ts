/** Tables of the record: what is in them stays. */
const RECORD = `
create table blobs (
  sha256 text primary key,
  size integer not null,
  recorded_at text not null
) strict, without rowid;

create table blob_bytes (
  sha256 text primary key references blobs,
  bytes blob not null
) strict;

create table captures (
  id text primary key,
  sha256 text not null references blobs,
  url text,
  name text not null,
  content_type text,
  recorded_at text not null
) strict;
create index captures_of_blob on captures (sha256, id);

create table articles (
  seq integer primary key,
  id text not null unique,
  sha256 text not null unique references blobs,
  recorded_at text not null
) strict;

create table texts (
  id text primary key,
  article_id text not null references articles (id),
  supersedes text unique references texts,
  headline text,
  byline text,
  outlet text,
  published text,
  language text,
  url text,
  recorded_at text not null,
  text text not null
) strict;
create index texts_of_article on texts (article_id);

create table readings (
  id text primary key,
  text_id text not null references texts,
  supersedes text unique references readings,
  reader_name text not null,
  reader_version text not null,
  recorded_at text not null,
  names text not null
) strict;
create index readings_of_text on readings (text_id);

create table statements (
  id text primary key,
  article_id text not null references articles (id),
  recorded_at text not null
) strict;
create index statements_of_article on statements (article_id);

create table actors (
  seq integer primary key,
  id text not null unique,
  recorded_at text not null
) strict;

create table names (
  id text primary key,
  actor_id text not null references actors (id),
  supersedes text unique references names,
  name text not null,
  normalised text not null,
  language text,
  script text not null,
  kind text not null check (kind in ('official', 'alias', 'transliteration')),
  recorded_at text not null
) strict;
create index names_by_form on names (normalised, script, actor_id);
create index names_of_actor on names (actor_id, id);

create table statement_readings (
  reading_id text not null references readings,
  statement_id text not null references statements,
  supersedes text references readings,
  position integer,
  found text,
  speaker_id text references actors (id),
  recorded_at text not null,
  primary key (reading_id, statement_id),
  check ((position is null) = (found is null))
) strict, without rowid;
create index readings_of_statement on statement_readings (statement_id);
`

/** Derived from the record, for lists and search. Words stand in \`…_words\` as our own segmenter gives them, parted by spaces. */
const DERIVED = `
create table current_articles (
  seq integer primary key references articles,
  article_id text not null unique,
  text_id text not null,
  reading_id text not null,
  statements integer not null
) strict;

create table current_statements (
  statement_id text primary key references statements,
  article_seq integer not null,
  reading_id text not null,
  found_in text not null,
  still_read integer not null,
  position integer not null,
  speaker_id text
) strict, without rowid;
create index current_statements_of_article on current_statements (article_seq);
create index current_statements_of_speaker on current_statements (speaker_id, article_seq desc, position)
  where still_read = 1;

create table current_speakers (
  seq integer primary key references actors,
  actor_id text not null unique,
  statements integer not null,
  articles integer not null
) strict;
create index current_speakers_by_statements on current_speakers (statements, seq);

create virtual table article_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
create virtual table speaker_words using fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
`

const RECORD_TABLES = [
  'blobs',
  'blob_bytes',
  'captures',
  'articles',
  'texts',
  'readings',
  'statements',
  'statement_readings',
  'actors',
  'names',
]

/** The promise that nothing is overwritten, kept by the database itself. */
const APPEND_ONLY = RECORD_TABLES.flatMap((table) =>
  ['update', 'delete'].map(
    (deed) =>
      `create trigger ${table}_no_${deed} before ${deed} on ${table} begin select raise(abort, 'the record is only added to: no ${deed} of ${table}'); end;`,
  ),
).join('\n')

export const FIRST_RECORD = RECORD + DERIVED + APPEND_ONLY
