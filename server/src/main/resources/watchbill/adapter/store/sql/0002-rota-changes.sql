-- Overrides learn to replace, remove and add, beside taking over. Those of before took over.

CREATE TABLE rota_change (
  id TEXT NOT NULL PRIMARY KEY,
  rota TEXT NOT NULL,
  role TEXT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  change TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at BIGINT NOT NULL
);

INSERT INTO rota_change (id, rota, role, from_at, until_at, change, reason, made_by, made_at)
SELECT id, rota, role, from_at, until_at,
  '{"kind":"take-over","priority":0,"people":["' || person || '"]}', '', made_by, made_at
FROM rota_override;

DROP TABLE rota_override;

CREATE INDEX rota_change_by_end ON rota_change (until_at);
