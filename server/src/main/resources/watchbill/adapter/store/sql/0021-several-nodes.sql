-- Locked by whoever writes, from the first statement to the commit. It never has a row.
CREATE TABLE turn (
  number BIGINT NOT NULL PRIMARY KEY
);

-- Work that one node at a time does for all: who has it until when, and when it was last done.
CREATE TABLE round (
  name TEXT NOT NULL PRIMARY KEY,
  holder TEXT NOT NULL,
  held_until BIGINT NOT NULL,
  done_at BIGINT
);
