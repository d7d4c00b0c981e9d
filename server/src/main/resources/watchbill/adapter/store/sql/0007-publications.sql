-- What calendars have shown, so that a change of an entry has a higher sequence.

CREATE TABLE publication (
  calendar TEXT NOT NULL,
  uid TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  from_at BIGINT NOT NULL,
  until_at BIGINT NOT NULL,
  summary TEXT NOT NULL,
  description TEXT NOT NULL,
  changed_at BIGINT NOT NULL,
  alarms TEXT NOT NULL,
  cancelled BIGINT NOT NULL,
  PRIMARY KEY (calendar, uid)
);
