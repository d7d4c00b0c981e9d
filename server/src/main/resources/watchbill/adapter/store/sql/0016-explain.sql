-- What came of a message when it came: one short line for each report in it. See Consequences.
ALTER TABLE event ADD COLUMN outcome TEXT NOT NULL DEFAULT '';
