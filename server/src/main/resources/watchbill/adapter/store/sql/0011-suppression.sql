-- An open alert may have no page, and then says why. Its page is '' then: the column was NOT NULL
-- before, and taking that away means to copy the table in one of the stores.
--
-- suppressed_until is part of the reason; examine_at is when the alert must be looked at again,
-- also when its reason names no instant, and null when it is over. Each is indexed only where it is
-- set, so that an alert that has a page costs no more than before.
ALTER TABLE standing ADD COLUMN suppression TEXT;
ALTER TABLE standing ADD COLUMN suppressed_by TEXT;
ALTER TABLE standing ADD COLUMN suppressed_until BIGINT;
ALTER TABLE standing ADD COLUMN examine_at BIGINT;

CREATE INDEX standing_by_examination ON standing (examine_at) WHERE examine_at IS NOT NULL;
CREATE INDEX standing_by_suppression ON standing (suppression, suppressed_by, id)
  WHERE suppression IS NOT NULL AND resolved_at IS NULL;

-- sweep_at is when a silence must look on over the open alerts, and null when it has seen all of
-- them; swept_page and swept_alert say up to where it came. warn_at is when its owner must be told,
-- and null when they were.
CREATE TABLE silence (
  id TEXT NOT NULL PRIMARY KEY,
  matchers TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  created_by TEXT NOT NULL,
  comment TEXT NOT NULL,
  updated_at BIGINT NOT NULL,
  sweep_at BIGINT,
  swept_page TEXT,
  swept_alert TEXT,
  warn_at BIGINT
);

CREATE INDEX silence_by_end ON silence (ends_at);
CREATE INDEX silence_by_sweep ON silence (sweep_at) WHERE sweep_at IS NOT NULL;
CREATE INDEX silence_by_warning ON silence (warn_at) WHERE warn_at IS NOT NULL;

CREATE TABLE muted (
  silence TEXT NOT NULL,
  alert TEXT NOT NULL,
  PRIMARY KEY (silence, alert)
);

-- Open alerts that hold others back, by a digest of the rule and of the labels that must be equal.
CREATE TABLE inhibitor (
  digest TEXT NOT NULL,
  alert TEXT NOT NULL,
  both_sides BIGINT NOT NULL,
  PRIMARY KEY (digest, alert)
);

CREATE INDEX inhibitor_by_alert ON inhibitor (alert);

-- One row: the name of the rules that the table above was filled by.
CREATE TABLE inhibition_rules (
  id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL
);

-- When alerts of a key opened, as micros with commas; kept for a while after the last one ended.
CREATE TABLE opening (
  key {bytes} NOT NULL PRIMARY KEY,
  instants TEXT NOT NULL,
  forget_at BIGINT NOT NULL
);

CREATE INDEX opening_by_end ON opening (forget_at);

-- Since when nobody knows how an open alert stands. Not indexed: a resend clears it.
ALTER TABLE standing ADD COLUMN unknown_since BIGINT;
