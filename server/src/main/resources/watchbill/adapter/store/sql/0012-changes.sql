-- What was made different: deploys, settings, flags. Kept for a while.
CREATE TABLE change (
  id TEXT NOT NULL PRIMARY KEY,
  service TEXT NOT NULL,
  integration TEXT NOT NULL,
  -- The sender's own name for it, else the id: the same change told twice is one row.
  sender_key TEXT NOT NULL,
  summary TEXT NOT NULL,
  source TEXT NOT NULL,
  at BIGINT NOT NULL,
  received_at BIGINT NOT NULL,
  details TEXT NOT NULL
);

CREATE UNIQUE INDEX change_told ON change (integration, sender_key);

CREATE INDEX change_of_service ON change (service, at, id);

CREATE INDEX change_by_time ON change (at, id);
