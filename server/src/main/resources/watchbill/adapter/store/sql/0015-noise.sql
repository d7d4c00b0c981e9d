-- What somebody said of a page that was over: one row a page.
CREATE TABLE judgement (
  page TEXT NOT NULL PRIMARY KEY,
  by_whom TEXT NOT NULL,
  actionable BIGINT NOT NULL,
  could_wait BIGINT NOT NULL,
  first_at BIGINT NOT NULL,
  last_at BIGINT NOT NULL
);
