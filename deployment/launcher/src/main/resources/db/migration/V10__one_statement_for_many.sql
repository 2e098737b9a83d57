-- What many ask for at once is one statement. Nothing that was allowed or refused has changed, but that whoever names a
-- window that does not exist is told of no place and not of no window. Run as V1 is.

-- Where somebody of a window finds a place now. A courtesy: what decides is take_place(). Without a supply there is none:
-- places_by would not take nothing for an answer.
CREATE VIEW slot_with_room AS
  SELECT s.id AS slot_id, w.id AS window_id
    FROM slot s CROSS JOIN booking_window w
    LEFT JOIN slot_supply p ON p.slot_id = s.id AND p.share_id = w.share_id
   WHERE CASE WHEN w.share_id IS NULL THEN COALESCE(s.released, s.taken) < s.capacity
              WHEN p.slot_id IS NULL THEN false
              ELSE p.taken < places_by(p.effective_at, p.places, portal_now()) END;

CREATE OR REPLACE FUNCTION has_room(of_slot bigint, of_window text) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM slot_with_room WHERE slot_id = of_slot AND window_id = of_window);
END
$$;

-- Many at once ------------------------------------------------------------------------------------------------------
-- One statement for all who have come. If a guard refuses one of them, it is undone, and each is asked for by themselves,
-- as a transaction within the transaction. These functions have the rights of whoever calls them. By the settings of those
-- that the portal calls, each slot and each person is looked up, as a plan for a small table would be kept for a large one,
-- nothing is planned anew for each number of people, and nothing is compiled because of what forbidden ways would cost.

-- Takes a place for each who finds one; there is no row for the others.
CREATE FUNCTION hold_together(codes text[], campaigns text[], windows text[], cohorts text[], persons text[],
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

-- There is a row for whoever got a place, and one with a refusal (a SQLSTATE) for whomever a guard refused; for the others
-- nothing was changed. In the order of the slots, so that two transactions hardly ever wait for each other in a circle,
-- which second doses still can. The patience breaks it: who would have to wait longer for another transaction is refused
-- with 55P03, and after the first of these hardly anybody waits, so that a statement's time is not used up by waiting.
CREATE OR REPLACE FUNCTION hold_places(codes text[], campaigns text[], windows text[], cohorts text[], persons text[],
                                       phones text[], slots bigint[], doors text[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
#variable_conflict use_column
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

-- Confirms what each holds; there is no row for whoever holds nothing.
CREATE FUNCTION confirm_together(campaigns text[], persons text[])
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
    -- By its id: spelled plainly, the state would allow a look through all that is held.
    UPDATE reservation r SET state = 'CONFIRMED' WHERE r.id = ANY (ids) AND r.state || '' = 'HELD'
    RETURNING array_position(ids, r.id)::bigint, r.code, r.state, r.hold_expires_at, r.confirmed_at, r.slot_id,
              r.second_slot_id;
END
$$;

-- Confirms for each, as hold_places holds: all in the order of their ids, or each in that of their keys. Who confirms locks
-- no slot, and only two nodes at the same people could wait in a circle, which the patience breaks.
CREATE OR REPLACE FUNCTION confirm_places(campaigns text[], persons text[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET jit = off
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  IF cardinality(persons) > 1 THEN
    BEGIN
      RETURN QUERY SELECT c.nth, NULL, c.code, c.state, c.hold_expires_at, c.confirmed_at, c.slot_id, c.second_slot_id
                     FROM confirm_together(campaigns, persons) c;
      RETURN;
    EXCEPTION WHEN OTHERS THEN
      NULL;
    END;
  END IF;
  FOR nth IN SELECT asked.n FROM unnest(persons) WITH ORDINALITY AS asked (key, n) ORDER BY asked.key, asked.n LOOP
    BEGIN
      refusal := NULL;
      SELECT c.code, c.state, c.hold_expires_at, c.confirmed_at, c.slot_id, c.second_slot_id
        INTO code, state, hold_expires_at, confirmed_at, slot_id, second_slot_id
        FROM confirm_together(campaigns[nth:nth], persons[nth:nth]) c;
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

-- Nor for joining a line, which may only look up since V9.
ALTER FUNCTION join_line(text, text, text[]) SET jit = off;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION hold_together(text[], text[], text[], text[], text[], text[], bigint[], text[]),
  confirm_together(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_together(text[], text[], text[], text[], text[], text[], bigint[], text[]),
  confirm_together(text[], text[]) TO jeongmun_portal;
GRANT SELECT ON slot_with_room TO jeongmun_portal;
