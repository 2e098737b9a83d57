-- How many journeys a number in line has is decided here alone, and overdue holds are given back in the order of the
-- slots. Run as V1 is.

-- Writes down, for many people at once, that a journey of their number has ended with a booking. A number has one, and as
-- many more as the campaign in force lets somebody book for others. Says of each whether this was the first of the number;
-- not so where it had none left. The function with three parameters stays for nodes of the release before.
CREATE FUNCTION spend_journeys(windows text[], numbers bigint[]) RETURNS TABLE (nth bigint, is_first boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  most integer := 1 + COALESCE((
    SELECT (v.proxy_booking->>'perRepresentative')::integer
      FROM portal_state p JOIN schedule_version v ON v.version = p.schedule_version
     WHERE (v.proxy_booking->>'allowed')::boolean), 0);
BEGIN
  FOR nth IN
    SELECT asked.n FROM unnest(windows, numbers) WITH ORDINALITY AS asked (w, k, n) ORDER BY asked.w, asked.k, asked.n
  LOOP
    UPDATE line_ticket t
       SET journeys = t.journeys + 1,
           spent_in = CASE WHEN t.journeys + 1 >= most THEN pg_current_xact_id() END
     WHERE t.window_id = windows[nth] AND t.number = numbers[nth] AND t.spent_in IS NULL
    RETURNING t.journeys = 1 INTO is_first;
    is_first := COALESCE(is_first, false);
    RETURN NEXT;
  END LOOP;
END
$$;

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

REVOKE ALL ON FUNCTION spend_journeys(text[], bigint[]), expire_overdue(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION spend_journeys(text[], bigint[]), expire_overdue(integer) TO jeongmun_portal;
