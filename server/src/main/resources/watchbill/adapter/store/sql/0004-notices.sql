-- What people are told that is not a page.
CREATE TABLE notice (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  headline TEXT NOT NULL,
  facts TEXT NOT NULL,
  action_label TEXT,
  action_purpose TEXT,
  action_subject TEXT,
  created_at BIGINT NOT NULL,
  pointless_from BIGINT,
  ended TEXT CHECK (ended IN ('answered', 'lapsed')),
  ended_at BIGINT,
  ended_by TEXT,
  ended_via TEXT,
  -- Nobody is told the same twice.
  UNIQUE (person, key),
  CHECK ((ended IS NULL) = (ended_at IS NULL)),
  -- Without a purpose of its own, an action answers the notice.
  CHECK ((action_purpose IS NULL) = (action_subject IS NULL))
);

CREATE INDEX notice_of_person ON notice (person, id);
CREATE INDEX notice_lapsing ON notice (pointless_from) WHERE ended IS NULL;

-- The outbox again, for pages and for notices. No database of ours lets a column become optional
-- in the same words as the other, so the table is made anew.
CREATE TABLE notification_of_either (
  id TEXT NOT NULL PRIMARY KEY,
  page TEXT,
  wake BIGINT,
  notice TEXT,
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
  -- Nobody is told twice for one wake, or of one notice, by one method.
  UNIQUE (page, wake, person, method),
  UNIQUE (notice, person, method),
  CHECK ((page IS NULL) <> (notice IS NULL)),
  CHECK ((page IS NULL) = (wake IS NULL)),
  -- What is not over has an instant at which something must happen.
  CHECK ((state IN ('due', 'claimed', 'handed', 'unknown')) = (next_at IS NOT NULL))
);

INSERT INTO notification_of_either (id, page, wake, person, method, address, urgency, rung, why,
    created_at, state, at, next_at, provider, reference, remark, attempts, fence,
    possible_duplicate)
  SELECT id, page, wake, person, method, address, urgency, rung, why, created_at, state, at,
    next_at, provider, reference, remark, attempts, fence, possible_duplicate
  FROM notification;

DROP TABLE notification;

ALTER TABLE notification_of_either RENAME TO notification;

CREATE INDEX notification_claimable ON notification (next_at)
  WHERE state IN ('due', 'claimed', 'unknown');
CREATE INDEX notification_handed ON notification (next_at) WHERE state = 'handed';
