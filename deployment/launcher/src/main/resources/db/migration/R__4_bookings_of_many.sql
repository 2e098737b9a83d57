-- What many people ask for at once is one transaction, and where nobody is refused one statement for all. If a guard
-- refuses one of them, the statement is undone, and each is asked for by themselves, as a transaction within the
-- transaction: one who is refused undoes nothing of the others'. Run as V1 is, after the reservations.
--
-- These functions have the rights of whoever calls them, and decide nothing: the triggers do, row by row. By the
-- settings of those that the portal calls, each slot and each person is looked up, as a plan for a small table would
-- be kept for a large one, nothing is planned anew for each number of people, and nothing is compiled because of
-- what forbidden ways would cost.

-- Holding -----------------------------------------------------------------------------------------------------------

-- Takes a place for each who finds one; there is no row for the others.
CREATE OR REPLACE FUNCTION hold_together(codes text[], campaigns text[], windows text[], cohorts text[], persons text[],
                                         phones text[], slots bigint[], doors text[])
  RETURNS TABLE (nth bigint, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    WITH held AS (
      INSERT INTO reservation AS r (code, campaign_id, person_key, phone_key, cohort_id, window_id, slot_id,
                                    second_slot_id, door)
      SELECT asked.code, asked.campaign, asked.person, asked.phone, asked.cohort, asked.of_window, s.id,
             NULLIF(second.id, 0), asked.door
        FROM unnest(codes, campaigns, windows, cohorts, persons, phones, slots, doors) WITH ORDINALITY
             AS asked (code, campaign, of_window, cohort, person, phone, slot, door, n)
        JOIN slot s ON s.id = asked.slot AND s.starts_at > portal_now()
        JOIN slot_with_room room ON room.slot_id = asked.slot AND room.window_id = asked.of_window
        LEFT JOIN vaccine v ON v.campaign_id = asked.campaign AND v.id = s.vaccine AND v.active AND v.doses = 2
        -- OFFSET 0: asked once, not once for each time that it is named.
        CROSS JOIN LATERAL (SELECT CASE WHEN v.id IS NOT NULL THEN second_place(s.id, asked.campaign) END AS id OFFSET 0)
                   second
       WHERE second.id IS DISTINCT FROM 0
       ORDER BY asked.slot, asked.n
      ON CONFLICT DO NOTHING
      RETURNING r.*)
    -- Of two who are given the same code by chance, nobody is told the other's place.
    SELECT whose.n, h.code, h.state, h.hold_expires_at, h.confirmed_at, h.slot_id, h.second_slot_id
      FROM held h CROSS JOIN LATERAL (SELECT array_position(codes, h.code)::bigint AS n OFFSET 0) whose
     WHERE persons[whose.n] = h.person_key;
END
$$;

-- There is a row for whoever got a place, and one with a refusal (a SQLSTATE) for whomever a guard refused; for the
-- others nothing was changed. In the order of the slots, so that two transactions hardly ever wait for each other in
-- a circle, which second doses still can. The patience breaks it: who would have to wait longer for another
-- transaction is refused with 55P03, and after the first of these hardly anybody waits, so that a statement's time
-- is not used up by waiting. Each lock may be waited for by a moment less than the patience, and there are many:
-- after a second those who are left are refused as if they had to wait, and are served alone. The statement, with
-- all who confirm beside it, may take 2.5 seconds.
CREATE OR REPLACE FUNCTION hold_places(codes text[], campaigns text[], windows text[], cohorts text[], persons text[],
                                       phones text[], slots bigint[], doors text[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  enough timestamptz := clock_timestamp() + interval '1 second';
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  IF cardinality(slots) > 1 THEN
    BEGIN
      -- All rows are there before the first is handed on, so of a statement that is undone nothing has been told.
      RETURN QUERY SELECT h.nth, NULL, h.code, h.state, h.hold_expires_at, h.confirmed_at, h.slot_id, h.second_slot_id
                     FROM hold_together(codes, campaigns, windows, cohorts, persons, phones, slots, doors) h;
      RETURN;
    EXCEPTION WHEN OTHERS THEN
      NULL;
    END;
  END IF;
  FOR nth IN SELECT asked.n FROM unnest(slots) WITH ORDINALITY AS asked (slot, n) ORDER BY asked.slot, asked.n LOOP
    BEGIN
      refusal := NULL;
      IF cardinality(slots) > 1 AND clock_timestamp() > enough THEN
        RAISE EXCEPTION 'others have waited too long' USING ERRCODE = '55P03';
      END IF;
      SELECT h.code, h.state, h.hold_expires_at, h.confirmed_at, h.slot_id, h.second_slot_id
        INTO code, state, hold_expires_at, confirmed_at, slot_id, second_slot_id
        FROM hold_together(codes[nth:nth], campaigns[nth:nth], windows[nth:nth], cohorts[nth:nth], persons[nth:nth],
                           phones[nth:nth], slots[nth:nth], doors[nth:nth]) h;
    EXCEPTION WHEN OTHERS THEN
      refusal := SQLSTATE;
      IF refusal = '55P03' THEN
        PERFORM set_config('lock_timeout', '5ms', true);
      END IF;
      -- Whatever was told of the one before.
      code := NULL;
      slot_id := NULL;
      second_slot_id := NULL;
    END;
    IF FOUND OR refusal IS NOT NULL THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;

-- What keeps each of those from a place who have got none: a row for each, changing nothing. When the places are gone,
-- everybody asks.
CREATE OR REPLACE FUNCTION situations(slots bigint[], campaigns text[], persons text[], windows text[])
  RETURNS TABLE (nth bigint, slot_is_ahead boolean, slot_has_room boolean, second_is_missing boolean,
                 window_is_ahead boolean, code text, state text, window_id text, slot_id bigint, is_current boolean)
  LANGUAGE plpgsql STABLE ROWS 10
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  RETURN QUERY
    SELECT asked.n, s.starts_at > portal_now(), room.is_there,
           CASE WHEN room.is_there THEN second_place(s.id, asked.campaign) = 0 END, w.opens_at > portal_now(),
           r.code, r.state, r.window_id, r.slot_id, r.hold_expires_at > portal_now()
      FROM unnest(slots, campaigns, persons, windows) WITH ORDINALITY AS asked (slot, campaign, person, of_window, n)
      LEFT JOIN slot s ON s.id = asked.slot
      CROSS JOIN LATERAL (SELECT has_room(s.id, asked.of_window) AS is_there OFFSET 0) room
      LEFT JOIN booking_window w ON w.id = asked.of_window
      LEFT JOIN reservation r ON r.campaign_id = asked.campaign AND r.person_key = asked.person
                             AND r.state IN ('HELD', 'CONFIRMED');
END
$$;

-- Confirming --------------------------------------------------------------------------------------------------------

-- Confirms what each holds, if it is the slot that they name; there is no row for whoever holds nothing, or another
-- slot. Whoever confirms names the slot that they were shown: in another tab, or on another device, they may have
-- moved to another one since. Who names none confirms what they hold.
CREATE OR REPLACE FUNCTION confirm_together(campaigns text[], persons text[], slots bigint[])
  RETURNS TABLE (nth bigint, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
AS $$
#variable_conflict use_column
DECLARE
  ids uuid[] := ARRAY(
    SELECT (SELECT r.id FROM reservation r
             WHERE r.campaign_id = asked.campaign AND r.person_key = asked.person AND r.state IN ('HELD', 'CONFIRMED'))
      FROM unnest(campaigns, persons) WITH ORDINALITY AS asked (campaign, person, n) ORDER BY asked.n);
BEGIN
  RETURN QUERY
    -- By its id: spelled plainly, the state would allow a look through all that is held. The slot is compared in the row
    -- that is locked, so a move that was under way has been seen.
    UPDATE reservation r SET state = 'CONFIRMED'
     WHERE r.id = ANY (ids) AND r.state || '' = 'HELD'
       AND r.slot_id = COALESCE(slots[array_position(ids, r.id)], r.slot_id)
    RETURNING array_position(ids, r.id)::bigint, r.code, r.state, r.hold_expires_at, r.confirmed_at, r.slot_id,
              r.second_slot_id;
END
$$;

-- Confirms for each, as hold_places holds: all in the order of their ids, or each in that of their keys. Who
-- confirms locks no slot, and only two nodes at the same people could wait in a circle, which the patience breaks.
CREATE OR REPLACE FUNCTION confirm_places(campaigns text[], persons text[], slots bigint[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
#variable_conflict use_column
DECLARE
  enough timestamptz := clock_timestamp() + interval '1 second';
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  IF cardinality(persons) > 1 THEN
    BEGIN
      RETURN QUERY SELECT c.nth, NULL, c.code, c.state, c.hold_expires_at, c.confirmed_at, c.slot_id, c.second_slot_id
                     FROM confirm_together(campaigns, persons, slots) c;
      RETURN;
    EXCEPTION WHEN OTHERS THEN
      NULL;
    END;
  END IF;
  FOR nth IN SELECT asked.n FROM unnest(persons) WITH ORDINALITY AS asked (key, n) ORDER BY asked.key, asked.n LOOP
    BEGIN
      refusal := NULL;
      IF cardinality(persons) > 1 AND clock_timestamp() > enough THEN
        RAISE EXCEPTION 'others have waited too long' USING ERRCODE = '55P03';
      END IF;
      SELECT c.code, c.state, c.hold_expires_at, c.confirmed_at, c.slot_id, c.second_slot_id
        INTO code, state, hold_expires_at, confirmed_at, slot_id, second_slot_id
        FROM confirm_together(campaigns[nth:nth], persons[nth:nth], slots[nth:nth]) c;
    EXCEPTION WHEN OTHERS THEN
      refusal := SQLSTATE;
      IF refusal = '55P03' THEN
        PERFORM set_config('lock_timeout', '5ms', true);
      END IF;
      -- Whatever was told of the one before.
      code := NULL;
      slot_id := NULL;
      second_slot_id := NULL;
    END;
    IF FOUND OR refusal IS NOT NULL THEN
      RETURN NEXT;
    END IF;
  END LOOP;
END
$$;

-- Overdue holds -----------------------------------------------------------------------------------------------------

-- Gives the places of overdue holds back, the oldest first, and passes over what somebody else is at: a hold, or its
-- slot, which an import may have locked for long. Each is a transaction within the transaction, so that one that would
-- have to wait keeps none of the others. In the order of the slots, as everything that locks several, or two who sweep
-- would wait for each other in a circle. With the rights of whoever calls it.
CREATE OR REPLACE FUNCTION expire_overdue(most integer) RETURNS integer
  LANGUAGE plpgsql SET search_path = public, pg_temp SET lock_timeout = '20ms'
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
    BEGIN
      UPDATE reservation SET state = 'EXPIRED' WHERE id = overdue;
      expired := expired + 1;
    EXCEPTION WHEN lock_not_available OR deadlock_detected THEN
      -- The next sweep comes to it again.
      NULL;
    END;
  END LOOP;
  RETURN expired;
END
$$;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION hold_together, hold_places, situations, confirm_together, confirm_places, expire_overdue FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_together, hold_places, situations, confirm_together, confirm_places, expire_overdue
  TO jeongmun_portal;
