-- Messages about pages that left for people within the last minutes.
CREATE TABLE dispatch (
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  lead TEXT NOT NULL,
  method TEXT NOT NULL,
  urgency TEXT NOT NULL,
  single BIGINT NOT NULL,
  PRIMARY KEY (person, at, lead)
);

CREATE INDEX notification_claimable_of ON notification (person)
  WHERE state IN ('due', 'claimed', 'unknown');
