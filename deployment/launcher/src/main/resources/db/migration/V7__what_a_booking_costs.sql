-- What a booking costs the database. Nothing that was allowed or refused has changed, nor the states of the refusals or
-- their order. Run as V1 is.

-- Guards ------------------------------------------------------------------------------------------------------------
-- They ask in one look for all that they judge by, where each rule asked for itself. judge_place and take_place have no
-- rights and search path of their own: only triggers call them, which have the owner's, and to set both again for each
-- call took as long as what they do.

-- Refuses, or returns the reservation with its share, its schedule version and the end of its hold. A portal's time
-- that says nothing (a demo not yet begun) refuses, as whatever is missing does.
CREATE FUNCTION judge_place(r reservation, at timestamptz) RETURNS reservation
  LANGUAGE plpgsql STABLE
AS $$
DECLARE
  known record;
BEGIN
  SELECT p.maintenance_since IS NULL AS served, p.schedule_version,
         w.opens_at, w.closes_at, w.grace, w.hold, w.share_id, s.starts_at, v.id IS NOT NULL AS is_first_of_two
    INTO known
    FROM portal_state p
    LEFT JOIN booking_window w ON w.id = r.window_id AND w.cohort_id = r.cohort_id AND w.campaign_id = r.campaign_id
                              AND w.active
    LEFT JOIN slot s ON s.id = r.slot_id
    LEFT JOIN vaccine v ON v.campaign_id = r.campaign_id AND v.id = s.vaccine AND v.active AND v.doses = 2;
  IF known.served IS NOT TRUE THEN
    RAISE EXCEPTION 'the portal is under maintenance' USING ERRCODE = 'JM004';
  END IF;
  IF (at >= known.opens_at AND at < known.closes_at) IS NOT TRUE THEN
    RAISE EXCEPTION 'the booking window is not open' USING ERRCODE = 'JM001';
  END IF;
  IF (known.starts_at > at) IS NOT TRUE THEN
    RAISE EXCEPTION 'the slot has begun or does not exist' USING ERRCODE = 'JM005';
  END IF;
  IF known.is_first_of_two OR r.second_slot_id IS NOT NULL THEN
    PERFORM require_second_dose(r, at);
  END IF;
  r.share_id := known.share_id;
  r.schedule_version := known.schedule_version;
  r.hold_expires_at := LEAST(at + known.hold, known.closes_at + known.grace);
  RETURN r;
END
$$;

CREATE OR REPLACE FUNCTION guard_new_reservation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at timestamptz := portal_now();
BEGIN
  IF NEW.state NOT IN ('HELD', 'CONFIRMED') THEN
    RAISE EXCEPTION 'a reservation begins as HELD or CONFIRMED' USING ERRCODE = 'JM003';
  END IF;
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'reservations are written in READ COMMITTED transactions alone' USING ERRCODE = 'JM003';
  END IF;
  NEW := judge_place(NEW, at);
  NEW.created_at := at;
  NEW.changed_at := at;
  NEW.changed_in := pg_current_xact_id();
  NEW.left_slot_id := NULL;
  NEW.left_second_slot_id := NULL;
  NEW.confirmed_at := CASE WHEN NEW.state = 'CONFIRMED' THEN at END;
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION guard_changed_reservation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at         timestamptz := portal_now();
  moves      boolean := (NEW.slot_id, NEW.second_slot_id) IS DISTINCT FROM (OLD.slot_id, OLD.second_slot_id);
  gives_back boolean := NEW.state IN ('CANCELLED', 'EXPIRED');
  known      record;
BEGIN
  IF (NEW.id, NEW.code, NEW.campaign_id, NEW.person_key, NEW.phone_key, NEW.cohort_id, NEW.window_id, NEW.door)
     IS DISTINCT FROM
     (OLD.id, OLD.code, OLD.campaign_id, OLD.person_key, OLD.phone_key, OLD.cohort_id, OLD.window_id, OLD.door)
     OR (gives_back AND moves)
     OR (NOT gives_back AND OLD.state IN ('CANCELLED', 'EXPIRED'))
     OR (OLD.state = 'CONFIRMED' AND NEW.state = 'HELD')
     OR (moves AND NEW.state <> OLD.state) THEN
    RAISE EXCEPTION 'a reservation is never changed in this way' USING ERRCODE = 'JM003';
  END IF;
  NEW.created_at := OLD.created_at;
  NEW.confirmed_at := OLD.confirmed_at;
  NEW.hold_expires_at := OLD.hold_expires_at;
  NEW.schedule_version := OLD.schedule_version;
  NEW.share_id := OLD.share_id;
  NEW.changed_at := COALESCE(at, clock_timestamp());
  NEW.changed_in := pg_current_xact_id();
  NEW.left_slot_id := CASE WHEN moves THEN OLD.slot_id ELSE OLD.left_slot_id END;
  NEW.left_second_slot_id := CASE WHEN moves THEN OLD.second_slot_id ELSE OLD.left_second_slot_id END;
  IF gives_back THEN
    RETURN NEW;
  END IF;
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'reservations are written in READ COMMITTED transactions alone' USING ERRCODE = 'JM003';
  END IF;
  IF moves THEN
    NEW := judge_place(NEW, at);
    IF NEW.state = 'CONFIRMED' THEN
      NEW.hold_expires_at := OLD.hold_expires_at;
    END IF;
    RETURN NEW;
  END IF;
  SELECT p.maintenance_since IS NULL AS served, w.closes_at + w.grace AS confirmable_until INTO known
    FROM portal_state p LEFT JOIN booking_window w ON w.id = NEW.window_id;
  IF known.served IS NOT TRUE THEN
    RAISE EXCEPTION 'the portal is under maintenance' USING ERRCODE = 'JM004';
  END IF;
  IF OLD.state = 'HELD' AND NEW.state = 'CONFIRMED' THEN
    IF (at < OLD.hold_expires_at AND at < known.confirmable_until) IS NOT TRUE THEN
      RAISE EXCEPTION 'the hold has expired' USING ERRCODE = 'JM006';
    END IF;
    NEW.confirmed_at := at;
  END IF;
  RETURN NEW;
END
$$;

-- Takes a place of a share, whose moment has come, or one that no pool has. Both conditions stand in the statement that
-- takes it: who waits for somebody else's booking is judged by what that has left.
CREATE FUNCTION take_place(id_of_slot bigint, id_of_share bigint) RETURNS boolean
  LANGUAGE plpgsql
AS $$
DECLARE
  at timestamptz;
BEGIN
  IF id_of_share IS NULL THEN
    UPDATE slot SET taken = taken + 1, released = released + 1
     WHERE id = id_of_slot AND COALESCE(released, taken) < capacity;
    RETURN FOUND;
  END IF;
  at := portal_now();
  UPDATE slot_supply SET taken = taken + 1
   WHERE slot_id = id_of_slot AND share_id = id_of_share AND taken < places_by(effective_at, places, at);
  IF FOUND THEN
    UPDATE slot SET taken = taken + 1 WHERE id = id_of_slot;
    RETURN true;
  END IF;
  RETURN false;
END
$$;

CREATE OR REPLACE FUNCTION move_taken() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  was_in boolean := TG_OP <> 'INSERT' AND OLD.state IN ('HELD', 'CONFIRMED');
  is_in  boolean := TG_OP <> 'DELETE' AND NEW.state IN ('HELD', 'CONFIRMED');
  place  record;
BEGIN
  IF was_in AND is_in AND (OLD.slot_id, OLD.second_slot_id) IS NOT DISTINCT FROM (NEW.slot_id, NEW.second_slot_id) THEN
    RETURN NULL;
  END IF;
  IF NOT was_in AND is_in AND NEW.second_slot_id IS NULL THEN
    IF NOT take_place(NEW.slot_id, NEW.share_id) THEN
      RAISE EXCEPTION 'the slot is full' USING ERRCODE = 'JM002';
    END IF;
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
DROP FUNCTION take_place(bigint, bigint, text);
DROP FUNCTION require_open_window(reservation, timestamptz);

-- Group commit ------------------------------------------------------------------------------------------------------
-- What many people ask for at once is done in one transaction, each of them by themselves: one who is refused undoes
-- nothing of the others'. These functions have the rights of whoever calls them, and decide nothing: the triggers do,
-- row by row.

-- Takes a place for each. There is a row for whoever got one, and one with a refusal (a SQLSTATE) for whomever a
-- guard refused; for the others nothing was changed. In the order of the slots, so that two transactions hardly ever
-- wait for each other in a circle, which second doses still can. The patience breaks it: who would have to wait
-- longer for another transaction is refused with 55P03, and after the first of these hardly anybody waits, so that a
-- statement's time is not used up by waiting.
CREATE FUNCTION hold_places(codes text[], campaigns text[], windows text[], cohorts text[], persons text[],
                            phones text[], slots bigint[], doors text[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10 SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  FOR nth IN SELECT asked.n FROM unnest(slots) WITH ORDINALITY AS asked (slot, n) ORDER BY asked.slot, asked.n LOOP
    BEGIN
      refusal := NULL;
      INSERT INTO reservation AS r (code, campaign_id, person_key, phone_key, cohort_id, window_id, slot_id,
                                    second_slot_id, door)
      SELECT codes[nth], campaigns[nth], persons[nth], phones[nth], cohorts[nth], windows[nth], s.id,
             NULLIF(second.id, 0), doors[nth]
        -- OFFSET 0: asked once, not once for each time that it is named.
        FROM slot s CROSS JOIN LATERAL (SELECT second_place(s.id, campaigns[nth]) AS id OFFSET 0) second
       WHERE s.id = slots[nth] AND s.starts_at > portal_now() AND has_room(s.id, windows[nth])
         AND second.id IS DISTINCT FROM 0
      ON CONFLICT DO NOTHING
      RETURNING r.code, r.state, r.hold_expires_at, r.confirmed_at, r.slot_id, r.second_slot_id
        INTO code, state, hold_expires_at, confirmed_at, slot_id, second_slot_id;
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

-- Confirms what each holds, in the same way.
CREATE FUNCTION confirm_places(campaigns text[], persons text[], patience text)
  RETURNS TABLE (nth bigint, refusal text, code text, state text, hold_expires_at timestamptz, confirmed_at timestamptz,
                 slot_id bigint, second_slot_id bigint)
  LANGUAGE plpgsql ROWS 10 SET search_path = public, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  FOR nth IN SELECT asked.n FROM unnest(persons) WITH ORDINALITY AS asked (key, n) ORDER BY asked.key, asked.n LOOP
    BEGIN
      refusal := NULL;
      UPDATE reservation r SET state = 'CONFIRMED'
       WHERE r.campaign_id = campaigns[nth] AND r.person_key = persons[nth] AND r.state = 'HELD'
      RETURNING r.code, r.state, r.hold_expires_at, r.confirmed_at, r.slot_id, r.second_slot_id
        INTO code, state, hold_expires_at, confirmed_at, slot_id, second_slot_id;
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

REVOKE ALL ON FUNCTION judge_place(reservation, timestamptz), take_place(bigint, bigint),
  hold_places(text[], text[], text[], text[], text[], text[], bigint[], text[], text),
  confirm_places(text[], text[], text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hold_places(text[], text[], text[], text[], text[], text[], bigint[], text[], text),
  confirm_places(text[], text[], text) TO jeongmun_portal;
