-- How many journeys a number in line has is decided here alone, and overdue holds are given back in the order of the
-- slots. Run as V1 is.

-- Writes down that a journey of a number has ended with a booking. A number has one, and as many more as the campaign in
-- force lets somebody book for others. Whether there was one left.
CREATE FUNCTION spend_journey(of_window text, of_number bigint) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  most integer := 1 + COALESCE((
    SELECT (v.proxy_booking->>'perRepresentative')::integer
      FROM portal_state p JOIN schedule_version v ON v.version = p.schedule_version
     WHERE (v.proxy_booking->>'allowed')::boolean), 0);
BEGIN
  UPDATE line_ticket
     SET journeys = journeys + 1,
         spent_in = CASE WHEN journeys + 1 >= most THEN pg_current_xact_id() END
   WHERE window_id = of_window AND number = of_number AND journeys < most AND spent_in IS NULL;
  RETURN FOUND;
END
$$;
DROP FUNCTION spend_journey(text, bigint, integer);

-- Gives the places of overdue holds back, the oldest first, and passes over what somebody else is at. In the order of
-- the slots, as everything that locks several, or two who sweep would wait for each other in a circle. With the rights
-- of whoever calls it.
CREATE FUNCTION expire_overdue(most integer) RETURNS integer
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  overdue uuid;
  expired integer := 0;
BEGIN
  FOR overdue IN
    SELECT oldest.id
      FROM (SELECT id, slot_id FROM reservation
             WHERE state = 'HELD' AND hold_expires_at <= (SELECT portal_now())
             ORDER BY hold_expires_at LIMIT most FOR UPDATE SKIP LOCKED) oldest
     ORDER BY oldest.slot_id, oldest.id
  LOOP
    UPDATE reservation SET state = 'EXPIRED' WHERE id = overdue;
    expired := expired + 1;
  END LOOP;
  RETURN expired;
END
$$;

REVOKE ALL ON FUNCTION spend_journey(text, bigint), expire_overdue(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION spend_journey(text, bigint), expire_overdue(integer) TO jeongmun_portal;
