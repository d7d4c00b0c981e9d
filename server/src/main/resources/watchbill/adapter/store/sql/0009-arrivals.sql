-- What came beside a message's body and is needed to read it again.
ALTER TABLE event ADD COLUMN head TEXT NOT NULL DEFAULT '';

-- What came by one integration, newest first.
CREATE INDEX event_of_integration ON event (integration, id);

-- Why a page that waits has not begun to climb: gathering, held, snoozed. Its round is 0 then.
ALTER TABLE page ADD COLUMN rest TEXT;
