-- What many ask for at once is one statement, and a slot is counted up once for all of them. Nothing that was allowed or
-- refused has changed. Run as V1 is.

-- Taking places -----------------------------------------------------------------------------------------------------

-- Where somebody of a window finds a place now. A courtesy: what decides is take_place().
CREATE VIEW slot_with_room AS
  SELECT s.id AS slot_id, w.id AS window_id
    FROM slot s CROSS JOIN booking_window w
    LEFT JOIN slot_supply p ON p.slot_id = s.id AND p.share_id = w.share_id
   WHERE CASE WHEN w.share_id IS NULL THEN COALESCE(s.released, s.taken) < s.capacity
              ELSE p.taken < places_by(p.effective_at, p.places, portal_now()) END;

CREATE OR REPLACE FUNCTION has_room(of_slot bigint, of_window text) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
BEGIN
  RETURN EXISTS (SELECT FROM slot_with_room WHERE slot_id = of_slot AND window_id = of_window);
END
$$;

-- Takes places of a share, whose moment has come, or such as no pool has: all that are asked for, or none. Both
-- conditions stand in the statement that takes them: who waits for somebody else's booking is judged by what that has left.
DROP FUNCTION take_place(bigint, bigint);
CREATE FUNCTION take_place(id_of_slot bigint, id_of_share bigint, people integer DEFAULT 1) RETURNS boolean
  LANGUAGE plpgsql
AS $$
DECLARE
  at timestamptz;
BEGIN
  IF id_of_share IS NULL THEN
    UPDATE slot SET taken = taken + people, released = released + people
     WHERE id = id_of_slot AND COALESCE(released, taken) + people <= capacity;
    RETURN FOUND;
  END IF;
  at := portal_now();
  UPDATE slot_supply SET taken = taken + people
   WHERE slot_id = id_of_slot AND share_id = id_of_share AND taken + people <= places_by(effective_at, places, at);
  IF FOUND THEN
    UPDATE slot SET taken = taken + people WHERE id = id_of_slot;
    RETURN true;
  END IF;
  RETURN false;
END
$$;

-- Takes the places of all reservations that a statement has made, or refuses the statement. In the order of the slots, as
-- everything that locks several.
CREATE FUNCTION take_places() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  place record;
BEGIN
  FOR place IN
    SELECT m.slot, m.share, m.refusal, count(*)::integer AS people
      FROM (SELECT slot_id, share_id, 'JM002' FROM fresh
            UNION ALL
            SELECT second_slot_id, NULL, 'JM010' FROM fresh WHERE second_slot_id IS NOT NULL) AS m (slot, share, refusal)
     GROUP BY m.slot, m.share, m.refusal ORDER BY m.slot
  LOOP
    IF NOT take_place(place.slot, place.share, place.people) THEN
      RAISE EXCEPTION 'the slot is full' USING ERRCODE = place.refusal;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

-- What becomes of the places of a reservation that is changed or deleted; none comes back to life.
CREATE OR REPLACE FUNCTION move_taken() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  was_in boolean := OLD.state IN ('HELD', 'CONFIRMED');
  is_in  boolean := TG_OP <> 'DELETE' AND NEW.state IN ('HELD', 'CONFIRMED');
  place  record;
BEGIN
  IF was_in AND is_in AND (OLD.slot_id, OLD.second_slot_id) IS NOT DISTINCT FROM (NEW.slot_id, NEW.second_slot_id) THEN
    RETURN NULL;
  END IF;
  IF was_in AND NOT is_in AND OLD.second_slot_id IS NULL THEN
    PERFORM give_place_back(OLD.slot_id, OLD.share_id);
    RETURN NULL;
  END IF;
  -- Slots are always locked in the order of their ids, or two people who swap would wait for each other for ever.
  FOR place IN
    SELECT m.slot, m.share, m.taken, m.refusal
      FROM (VALUES (CASE WHEN was_in THEN OLD.slot_id END, CASE WHEN was_in THEN OLD.share_id END, false, NULL),
                   (CASE WHEN was_in THEN OLD.second_slot_id END, NULL, false, NULL),
                   (CASE WHEN is_in THEN NEW.slot_id END, CASE WHEN is_in THEN NEW.share_id END, true, 'JM002'),
                   (CASE WHEN is_in THEN NEW.second_slot_id END, NULL, true, 'JM010'))
           AS m (slot, share, taken, refusal)
     WHERE m.slot IS NOT NULL ORDER BY m.slot, m.taken
  LOOP
    IF NOT place.taken THEN
      PERFORM give_place_back(place.slot, place.share);
    ELSIF NOT take_place(place.slot, place.share) THEN
      RAISE EXCEPTION 'the slot is full' USING ERRCODE = place.refusal;
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;

DROP TRIGGER "1_move_taken" ON reservation;
CREATE TRIGGER "1_move_taken" AFTER UPDATE OR DELETE ON reservation
  FOR EACH ROW EXECUTE FUNCTION move_taken();
CREATE TRIGGER take_places AFTER INSERT ON reservation REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION take_places();
ALTER TABLE reservation ENABLE ALWAYS TRIGGER "1_move_taken";
ALTER TABLE reservation ENABLE ALWAYS TRIGGER take_places;

-- Many at once ------------------------------------------------------------------------------------------------------
-- One statement for all who have come. If a guard refuses one of them, it is undone, and each is asked for by themselves,
-- as a transaction within the transaction. These functions have the rights of whoever calls them. By the settings of those
-- that the portal calls, each slot and each person is looked up, as a plan for a small table would be kept for a large one,
-- and nothing is planned anew for each number of people.

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
    SELECT asked.n, h.code, h.state, h.hold_expires_at, h.confirmed_at, h.slot_id, h.second_slot_id
      FROM held h CROSS JOIN LATERAL (SELECT array_position(codes, h.code)::bigint AS n OFFSET 0) asked
     WHERE persons[asked.n] = h.person_key;
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
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
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
    EXCEPTION
      WHEN lock_not_available THEN PERFORM set_config('lock_timeout', '5ms', true);
      WHEN OTHERS THEN NULL;
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
BEGIN
  RETURN QUERY
    UPDATE reservation r SET state = 'CONFIRMED'
      FROM (SELECT a.campaign, a.person, a.n
              FROM unnest(campaigns, persons) WITH ORDINALITY AS a (campaign, person, n)
             ORDER BY a.person, a.n) asked
     WHERE r.campaign_id = asked.campaign AND r.person_key = asked.person AND r.state = 'HELD'
    RETURNING asked.n, r.code, r.state, r.hold_expires_at, r.confirmed_at, r.slot_id, r.second_slot_id;
END
$$;

-- Confirms for each, in the same way as hold_places holds.
CREATE OR REPLACE FUNCTION confirm_places(campaigns text[], persons text[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10
  SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan
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
    EXCEPTION
      WHEN lock_not_available THEN PERFORM set_config('lock_timeout', '5ms', true);
      WHEN OTHERS THEN NULL;
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

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION take_place(bigint, bigint, integer), take_places(),
  hold_together(text[], text[], text[], text[], text[], text[], bigint[], text[]),
  confirm_together(text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_together(text[], text[], text[], text[], text[], text[], bigint[], text[]),
  confirm_together(text[], text[]) TO jeongmun_portal;
GRANT SELECT ON slot_with_room TO jeongmun_portal;
