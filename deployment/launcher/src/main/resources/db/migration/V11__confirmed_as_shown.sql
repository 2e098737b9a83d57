-- Whoever confirms names the slot that they were shown: in another tab, or on another device, they may have moved to another
-- one since. Who names none confirms what they hold. Else as in V10. Run as V1 is.

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
