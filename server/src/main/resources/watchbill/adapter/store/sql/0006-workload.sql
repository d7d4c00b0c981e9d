-- What people are owed for duty. Rows are only ever added; `reverses` takes an earlier one back.
--
-- dated is the local day it is for, as 2025-01-06, and a month 2025-01, so that they sort as text.
CREATE TABLE ledger_entry (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  team TEXT NOT NULL,
  dated TEXT NOT NULL,
  item TEXT NOT NULL,
  rota TEXT,
  role TEXT,
  kind TEXT,
  pages TEXT,
  woken_at BIGINT,
  length_micros BIGINT,
  currency TEXT,
  minor_units BIGINT,
  half_days BIGINT,
  off_from BIGINT,
  off_until BIGINT,
  reverses TEXT,
  because TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  -- It is owed in money or in time.
  CHECK ((currency IS NULL) = (minor_units IS NULL)),
  CHECK ((currency IS NULL) = (half_days IS NOT NULL)),
  -- Nothing is taken back twice.
  UNIQUE (reverses)
);

CREATE INDEX ledger_entry_by_person ON ledger_entry (person, dated);
CREATE INDEX ledger_entry_by_day ON ledger_entry (dated, team);

CREATE TABLE ledger_choice (
  person TEXT NOT NULL,
  month TEXT NOT NULL,
  compensation TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (person, month)
);

CREATE TABLE ledger_approval (
  person TEXT NOT NULL,
  month TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  PRIMARY KEY (person, month)
);
