-- A page that somebody has taken may move on too: when their time with it is over.
DROP INDEX page_due;
CREATE INDEX page_due ON page (next_at) WHERE next_at IS NOT NULL;
