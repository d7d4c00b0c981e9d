-- allows: 23
-- What came of the last messages by each method: whether its provider works.
CREATE INDEX notification_sent ON notification (method, created_at) WHERE attempts > 0;
