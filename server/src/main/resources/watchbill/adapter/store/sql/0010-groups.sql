-- Pages that rest, however many wait beside them.
CREATE INDEX page_resting ON page (id) WHERE state = 'waiting' AND rest IS NOT NULL;

-- Which alerts of a service a page is for; '' is all of them. And how bad the worst of them is.
ALTER TABLE page ADD COLUMN group_key TEXT NOT NULL DEFAULT '';
ALTER TABLE page ADD COLUMN severity TEXT NOT NULL DEFAULT 'critical';

DROP INDEX page_waiting;
CREATE INDEX page_waiting ON page (service, urgency, group_key, id) WHERE state = 'waiting';
CREATE INDEX page_group_in_hand ON page (service, urgency, group_key, id)
  WHERE state = 'acknowledged';
CREATE INDEX page_of_group ON page (service, urgency, group_key, id);
CREATE INDEX page_opened ON page (service, urgency, opened_at);
