-- Three changes of how bookings are made. Run as V1 is.

-- Whoever confirms names the slot that they were shown: in another tab, or on another device, they may have moved to another
-- one since. Who names none confirms what they hold. Else as in V10.

DROP FUNCTION confirm_places(text[], text[], text), confirm_together(text[], text[]);

-- Confirms what each holds, if it is the slot that they name; there is no row for whoever holds nothing, or another slot.
CREATE FUNCTION confirm_together(campaigns text[], persons text[], slots bigint[])
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
    -- By its id: spelled plainly, the state would allow a look through all that is held. The slot is compared in the row that
    -- is locked, so a move that was under way has been seen.
    UPDATE reservation r SET state = 'CONFIRMED'
     WHERE r.id = ANY (ids) AND r.state || '' = 'HELD'
       AND r.slot_id = COALESCE(slots[array_position(ids, r.id)], r.slot_id)
    RETURNING array_position(ids, r.id)::bigint, r.code, r.state, r.hold_expires_at, r.confirmed_at, r.slot_id,
              r.second_slot_id;
END
$$;

-- Confirms for each, as hold_places holds: all in the order of their ids, or each in that of their keys. Who confirms locks
-- no slot, and only two nodes at the same people could wait in a circle, which the patience breaks.
CREATE FUNCTION confirm_places(campaigns text[], persons text[], slots bigint[], patience text)
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
                     FROM confirm_together(campaigns, persons, slots) c;
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

REVOKE ALL ON FUNCTION confirm_together(text[], text[], bigint[]), confirm_places(text[], text[], bigint[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION confirm_together(text[], text[], bigint[]), confirm_places(text[], text[], bigint[], text)
  TO jeongmun_portal;

-- Each lock may be waited for by a moment less than the patience, and there are many: after a second those who are left are
-- refused as if they had to wait, and are served alone. The statement, with all who confirm beside it, may take 2.5 seconds.
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

-- Where somebody who gets the first dose in that slot would get the second, as in V5, but at this clinic or one of
-- the two hundred that are nearest: where a whole sido had no place left, all of its clinics were gone through for each who asked.
CREATE OR REPLACE FUNCTION second_place(of_slot bigint, of_campaign text) RETURNS bigint
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
DECLARE
  dose   record;
  there  text;
  chosen bigint;
BEGIN
  SELECT s.clinic_id, s.vaccine, s.starts_at, c.zone, v.target_days, k.sido, k.sigungu, k.latitude, k.longitude,
         (s.starts_at AT TIME ZONE c.zone)::date AS day,
         ((s.starts_at AT TIME ZONE c.zone)::date + v.min_days)::timestamp AT TIME ZONE c.zone AS earliest,
         ((s.starts_at AT TIME ZONE c.zone)::date + v.max_days + 1)::timestamp AT TIME ZONE c.zone AS before
    INTO dose
    FROM slot s JOIN campaign c ON c.id = of_campaign
    JOIN vaccine v ON v.campaign_id = c.id AND v.id = s.vaccine AND v.active AND v.doses = 2
    JOIN clinic k ON k.id = s.clinic_id
   WHERE s.id = of_slot;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  FOR there IN
    SELECT dose.clinic_id
    UNION ALL
    (SELECT o.id FROM clinic o WHERE o.sido = dose.sido AND o.id <> dose.clinic_id
      ORDER BY o.sigungu <> dose.sigungu,
               (o.latitude - dose.latitude) ^ 2
                 + ((o.longitude - dose.longitude) * cos(radians(dose.latitude))) ^ 2, o.id LIMIT 200)
  LOOP
    SELECT o.id INTO chosen FROM slot o
     WHERE o.clinic_id = there AND o.vaccine = dose.vaccine AND COALESCE(o.released, o.taken) < o.capacity
       AND o.starts_at >= dose.earliest AND o.starts_at < dose.before
     ORDER BY abs((o.starts_at AT TIME ZONE dose.zone)::date - dose.day - dose.target_days),
              abs(extract(epoch FROM (o.starts_at AT TIME ZONE dose.zone)::time - (dose.starts_at AT TIME ZONE dose.zone)::time)),
              o.id
     LIMIT 1;
    IF FOUND THEN
      RETURN chosen;
    END IF;
  END LOOP;
  RETURN 0;
END
$$;
