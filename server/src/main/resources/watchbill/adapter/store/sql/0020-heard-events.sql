-- Events whose senders give them names, by a digest of integration and name: the same one again is
-- no news. Kept for a while.
CREATE TABLE heard_event (
  name_key {bytes} NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL
);

CREATE INDEX heard_event_by_time ON heard_event (at);
