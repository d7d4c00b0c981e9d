-- {bytes} is filled in by the dialect. Instants are microseconds since 1970.

CREATE TABLE event (
  id TEXT NOT NULL PRIMARY KEY,
  integration TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  body TEXT NOT NULL
);

-- What was said of an alert. Rewritten only when the sender's words change.
CREATE TABLE alert (
  id TEXT NOT NULL PRIMARY KEY,
  integration TEXT NOT NULL,
  service TEXT NOT NULL,
  deduplication_key TEXT NOT NULL,
  summary TEXT NOT NULL,
  source TEXT NOT NULL,
  severity TEXT NOT NULL,
  labels TEXT NOT NULL,
  details TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  first_event TEXT NOT NULL
);

-- How an alert stands. Narrow, because a resend rewrites it.
--
-- check_at is when its lease must be looked at: never after lease_until, and null when it is over
-- or has no lease. It is indexed so that lease_until need not be.
CREATE TABLE standing (
  id TEXT NOT NULL PRIMARY KEY,
  key {bytes} NOT NULL,
  holds_key BIGINT NOT NULL,
  page TEXT NOT NULL,
  urgency TEXT NOT NULL,
  fingerprint BIGINT NOT NULL,
  starts_at BIGINT NOT NULL,
  resolved_at BIGINT,
  resolved_by TEXT,
  lease_until BIGINT,
  check_at BIGINT,
  last_seen_at BIGINT NOT NULL,
  report_count BIGINT NOT NULL,
  last_event TEXT NOT NULL,
  CHECK (resolved_at IS NULL OR resolved_by IS NOT NULL),
  CHECK (resolved_at IS NOT NULL OR lease_until IS NULL
    OR (check_at IS NOT NULL AND check_at <= lease_until))
);

CREATE UNIQUE INDEX standing_by_key ON standing (key) WHERE holds_key = 1;
CREATE INDEX standing_open_of_page ON standing (page, id) WHERE resolved_at IS NULL;
CREATE INDEX standing_over_of_page ON standing (page, id) WHERE resolved_at IS NOT NULL;
CREATE INDEX standing_by_check ON standing (check_at) WHERE check_at IS NOT NULL;

CREATE TABLE counter (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

-- A policy and all it names, written once; its id is a digest of it.
CREATE TABLE snapshot (
  id TEXT NOT NULL PRIMARY KEY,
  body TEXT NOT NULL
);

CREATE TABLE page (
  id TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  service TEXT NOT NULL,
  urgency TEXT NOT NULL,
  title TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  snapshot TEXT NOT NULL REFERENCES snapshot (id),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'acknowledged', 'exhausted', 'resolved')),
  round BIGINT,
  step BIGINT,
  began_at BIGINT,
  next_at BIGINT,
  by_whom TEXT,
  at BIGINT,
  wake_count BIGINT NOT NULL,
  alert_count BIGINT NOT NULL,
  open_alert_count BIGINT NOT NULL,
  -- A page that waits without an instant to move on at would wait for ever.
  CHECK (state <> 'waiting'
    OR (next_at IS NOT NULL AND began_at IS NOT NULL AND round IS NOT NULL AND step IS NOT NULL)),
  CHECK (state = 'waiting' OR at IS NOT NULL)
);

CREATE INDEX page_waiting ON page (service, urgency, id) WHERE state = 'waiting';
CREATE INDEX page_due ON page (next_at) WHERE state = 'waiting';
CREATE INDEX page_needing_somebody ON page (id) WHERE state IN ('waiting', 'exhausted');
CREATE INDEX page_in_hand ON page (id) WHERE state = 'acknowledged';
CREATE INDEX page_resolved ON page (id) WHERE state = 'resolved';

CREATE TABLE notification (
  id TEXT NOT NULL PRIMARY KEY,
  page TEXT NOT NULL,
  wake BIGINT NOT NULL,
  person TEXT NOT NULL,
  method TEXT NOT NULL,
  address TEXT NOT NULL,
  urgency TEXT NOT NULL,
  rung TEXT NOT NULL,
  why TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  at BIGINT,
  next_at BIGINT,
  provider TEXT,
  reference TEXT,
  remark TEXT,
  attempts BIGINT NOT NULL,
  fence BIGINT NOT NULL,
  possible_duplicate BIGINT NOT NULL,
  -- Nobody is told twice for one wake by one method.
  UNIQUE (page, wake, person, method),
  -- What is not over has an instant at which something must happen.
  CHECK ((state IN ('due', 'claimed', 'handed', 'unknown')) = (next_at IS NOT NULL))
);

CREATE INDEX notification_claimable ON notification (next_at)
  WHERE state IN ('due', 'claimed', 'unknown');
CREATE INDEX notification_handed ON notification (next_at) WHERE state = 'handed';

CREATE TABLE rota_override (
  id TEXT NOT NULL PRIMARY KEY,
  rota TEXT NOT NULL,
  role TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  person TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

CREATE INDEX rota_override_by_end ON rota_override (until_at);

CREATE TABLE audit_entry (
  sequence BIGINT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  said TEXT NOT NULL,
  because TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
);

CREATE INDEX audit_entry_by_subject ON audit_entry (subject, sequence);

CREATE TABLE sign_in_link (
  token_hash TEXT NOT NULL PRIMARY KEY,
  who TEXT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);

CREATE INDEX sign_in_link_by_who ON sign_in_link (who);

CREATE TABLE session (
  token_hash TEXT NOT NULL PRIMARY KEY,
  who TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE TABLE secret (
  name TEXT NOT NULL PRIMARY KEY,
  value {bytes} NOT NULL
);
