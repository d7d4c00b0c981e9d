-- What people ask of each other about their duty, and rotas through their edits.

ALTER TABLE rota_change ADD COLUMN withdrawn_by TEXT;
ALTER TABLE rota_change ADD COLUMN withdrawn_at BIGINT;

CREATE TABLE rota_version (
  rota TEXT NOT NULL,
  number BIGINT NOT NULL,
  from_at BIGINT NOT NULL,
  -- When the next one takes effect; far ahead while there is none.
  until_at BIGINT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  -- A version made later took the place of this one before it took effect.
  replaced_at BIGINT,
  body TEXT NOT NULL,
  PRIMARY KEY (rota, number)
);

CREATE INDEX rota_version_by_end ON rota_version (until_at) WHERE replaced_at IS NULL;

CREATE TABLE rota_swap (
  id TEXT NOT NULL PRIMARY KEY,
  rota TEXT NOT NULL,
  role TEXT NOT NULL,
  asker TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  other TEXT NOT NULL,
  return_from BIGINT,
  return_until BIGINT,
  note TEXT NOT NULL,
  asked_at BIGINT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('asked', 'accepted', 'declined', 'withdrawn', 'expired')),
  ended_at BIGINT,
  why TEXT NOT NULL,
  CHECK ((return_from IS NULL) = (return_until IS NULL)),
  CHECK ((state = 'asked') = (ended_at IS NULL))
);

CREATE INDEX rota_swap_open ON rota_swap (id) WHERE state = 'asked';
CREATE INDEX rota_swap_of_asker ON rota_swap (asker, asked_at);
CREATE INDEX rota_swap_of_other ON rota_swap (other, asked_at);

CREATE TABLE open_shift (
  id TEXT NOT NULL PRIMARY KEY,
  rota TEXT NOT NULL,
  role TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  holder TEXT,
  reason TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'claimed', 'withdrawn', 'expired')),
  ended_by TEXT,
  ended_at BIGINT,
  CHECK ((state = 'open') = (ended_at IS NULL))
);

CREATE INDEX open_shift_open ON open_shift (id) WHERE state = 'open';
CREATE INDEX open_shift_by_end ON open_shift (until_at);

CREATE TABLE stand_down (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  why TEXT NOT NULL,
  said_by TEXT NOT NULL,
  via TEXT NOT NULL,
  taken_back_at BIGINT
);

CREATE INDEX stand_down_by_end ON stand_down (until_at);

CREATE TABLE told_duty (
  rota TEXT NOT NULL,
  role TEXT NOT NULL,
  person TEXT NOT NULL,
  from_at BIGINT,
  until_at BIGINT,
  seen_until BIGINT NOT NULL,
  PRIMARY KEY (rota, role, person),
  CHECK ((from_at IS NULL) = (until_at IS NULL))
);
