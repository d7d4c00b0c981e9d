-- How alerts are found by their key differs from one database to another: see the dialects.
DROP INDEX standing_by_key;
CREATE UNIQUE INDEX standing_by_key ON standing ({held keys}) WHERE holds_key = 1;
