-- Pages that were open in some span are looked for when a month is settled.
CREATE INDEX page_over ON page (at) WHERE state = 'resolved';
