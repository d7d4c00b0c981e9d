-- What became of a sender's request, for a few days: it asks by the id of the event.
CREATE TABLE request_outcome (
  event TEXT NOT NULL PRIMARY KEY,
  integration TEXT NOT NULL,
  at BIGINT NOT NULL,
  action TEXT NOT NULL,
  success BIGINT NOT NULL,
  status TEXT NOT NULL,
  alert TEXT,
  alias TEXT NOT NULL
);

CREATE INDEX request_outcome_by_time ON request_outcome (at);

-- Alerts that their sender can ask about, by a short number. is_over follows the alert's standing,
-- so that lists of what is open walk over nothing else.
CREATE TABLE numbered_alert (
  alert TEXT NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL UNIQUE,
  integration TEXT NOT NULL,
  is_over BIGINT NOT NULL
);

CREATE INDEX numbered_alert_all ON numbered_alert (integration, number);
CREATE INDEX numbered_alert_open ON numbered_alert (integration, number) WHERE is_over = 0;
CREATE INDEX numbered_alert_over ON numbered_alert (integration, number) WHERE is_over = 1;
