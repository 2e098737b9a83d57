-- A number's journeys are counted with the booking, by a trigger, and nodes hear of each of them and not of the last alone:
-- whoever has booked has left their room inside to others. Run as V1 is.

ALTER TABLE line_ticket ADD COLUMN journey_in xid8;
UPDATE line_ticket SET journey_in = spent_in WHERE spent_in IS NOT NULL;
DROP INDEX line_ticket_spent;
CREATE INDEX line_ticket_journey ON line_ticket (journey_in) WHERE journey_in IS NOT NULL;
COMMENT ON COLUMN line_ticket.journey_in IS
  'The transaction in which the number had a journey last; see reservation.changed_in for why no time.';
COMMENT ON COLUMN line_ticket.spent_in IS 'The transaction in which the number had the last of its journeys.';
GRANT SELECT (journey_in) ON line_ticket TO jeongmun_portal;
DROP FUNCTION IF EXISTS spend_journeys(text[], bigint[]);
