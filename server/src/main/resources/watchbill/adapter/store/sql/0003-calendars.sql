-- Who is away when. Nothing is erased: withdrawn leave stays, for it is evidence.
CREATE TABLE leave_entry (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  source TEXT NOT NULL,
  note TEXT NOT NULL,
  withdrawn_by TEXT,
  withdrawn_at BIGINT,
  CHECK (from_at < until_at),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
);

CREATE INDEX leave_entry_by_end ON leave_entry (until_at) WHERE withdrawn_at IS NULL;
CREATE INDEX leave_entry_of_person ON leave_entry (person, until_at) WHERE withdrawn_at IS NULL;

-- on_day counts days since 1970-01-01.
CREATE TABLE holiday (
  on_day BIGINT NOT NULL,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (on_day, region)
);

-- Calendars that programs subscribe to. A revoked one stays known, and is found by nobody.
CREATE TABLE feed (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'rota', 'team')),
  handle TEXT NOT NULL,
  token_hash TEXT NOT NULL UNIQUE,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  revoked_by TEXT,
  revoked_at BIGINT
);

CREATE INDEX feed_of_subject ON feed (kind, handle, id) WHERE revoked_at IS NULL;
