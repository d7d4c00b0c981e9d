-- Spells in which Watchbill saw nothing.
CREATE TABLE outage (
  until_at BIGINT NOT NULL PRIMARY KEY,
  from_at BIGINT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('down', 'restored')),
  CHECK (from_at < until_at)
);

-- That this store was put back from a copy, until a node has started with it. One row.
CREATE TABLE restored (
  number BIGINT NOT NULL PRIMARY KEY CHECK (number = 1),
  newest_at BIGINT NOT NULL,
  restored_at BIGINT NOT NULL
);
