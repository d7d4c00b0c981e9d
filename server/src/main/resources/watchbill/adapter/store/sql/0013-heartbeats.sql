-- Who must be heard from, the last pings of each, and until when Watchbill itself could hear.

CREATE TABLE heartbeat (
  -- The handle in the files; integration:name for one that its sender made.
  id TEXT NOT NULL PRIMARY KEY,
  integration TEXT,
  key_hash TEXT,
  service TEXT NOT NULL,
  -- Expected every period, or by cron in a zone.
  period_micros BIGINT,
  cron TEXT,
  zone TEXT,
  grace_micros BIGINT NOT NULL,
  severity TEXT NOT NULL,
  note TEXT NOT NULL,
  enabled BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  retired_at BIGINT,
  heard_at BIGINT,
  good_at BIGINT,
  expected_at BIGINT NOT NULL,
  -- When silence means trouble.
  look_at BIGINT,
  -- Runs that have begun: a line each, with the microseconds of its start and its name.
  runs TEXT NOT NULL,
  trouble TEXT CHECK (trouble IN ('missing', 'failed', 'overran')),
  trouble_since BIGINT,
  trouble_times BIGINT,
  deaf_from BIGINT,
  deaf_until BIGINT,
  CHECK ((period_micros IS NULL) = (cron IS NOT NULL)),
  CHECK ((cron IS NULL) = (zone IS NULL)),
  CHECK ((trouble IS NULL) = (trouble_since IS NULL)),
  CHECK ((deaf_from IS NULL) = (deaf_until IS NULL))
);

CREATE INDEX heartbeat_due ON heartbeat (look_at) WHERE look_at IS NOT NULL;
CREATE UNIQUE INDEX heartbeat_by_key ON heartbeat (key_hash)
  WHERE key_hash IS NOT NULL AND retired_at IS NULL;
CREATE INDEX heartbeat_of_integration ON heartbeat (integration, id) WHERE retired_at IS NULL;

CREATE TABLE heartbeat_ping (
  id TEXT NOT NULL PRIMARY KEY,
  heartbeat TEXT NOT NULL,
  at BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('success', 'start', 'fail', 'log')),
  exit_code BIGINT,
  run TEXT NOT NULL,
  body TEXT NOT NULL,
  via TEXT NOT NULL,
  took_micros BIGINT
);

CREATE INDEX heartbeat_ping_of ON heartbeat_ping (heartbeat, id);

-- One row.
CREATE TABLE heartbeat_hearing (
  number BIGINT NOT NULL PRIMARY KEY CHECK (number = 1),
  until_at BIGINT NOT NULL
);
