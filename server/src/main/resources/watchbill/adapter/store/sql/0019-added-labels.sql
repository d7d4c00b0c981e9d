-- Labels that rules of routing gave an alert, beside those that its source sent.
ALTER TABLE alert ADD COLUMN added_labels TEXT NOT NULL DEFAULT '{}';
