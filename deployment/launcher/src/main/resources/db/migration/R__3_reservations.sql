-- Reservations: what may be written, row by row, and the counting of places. Run as V1 is, after the supply.
--
-- The guards ask in one look for all that they judge by. judge_place and take_place have no rights and search path
-- of their own: only triggers call them, which have the owner's, and to set both again for each call took as long as
-- what they do.

-- Second doses ------------------------------------------------------------------------------------------------------

-- Where somebody who gets the first dose in that slot would get the second: on the day that is closest to the
-- target, at the same clinic, else at the nearest in the same sigungu, else in the same sido. Two hundred clinics
-- are looked at: where a whole sido has no place left, all of its clinics would be gone through for each who asks.
-- Null = no second dose is due; 0 = there is no such place.
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

CREATE OR REPLACE FUNCTION require_second_dose(r reservation, at timestamptz) RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  dose record;
BEGIN
  SELECT s.vaccine, v.min_days, v.max_days, c.zone, (s.starts_at AT TIME ZONE c.zone)::date AS day INTO dose
    FROM slot s JOIN vaccine v ON v.campaign_id = r.campaign_id AND v.id = s.vaccine AND v.active AND v.doses = 2
    JOIN campaign c ON c.id = v.campaign_id
   WHERE s.id = r.slot_id;
  IF NOT FOUND THEN
    IF r.second_slot_id IS NOT NULL THEN
      RAISE EXCEPTION 'no second dose is due' USING ERRCODE = 'JM003';
    END IF;
    RETURN;
  END IF;
  IF (SELECT o.vaccine = dose.vaccine AND o.starts_at > at
             AND (o.starts_at AT TIME ZONE dose.zone)::date - dose.day BETWEEN dose.min_days AND dose.max_days
        FROM slot o WHERE o.id = r.second_slot_id) IS NOT TRUE THEN
    RAISE EXCEPTION 'the second dose is missing or not within its interval' USING ERRCODE = 'JM010';
  END IF;
END
$$;

-- Guards ------------------------------------------------------------------------------------------------------------

-- Refuses, or returns the reservation with its share, its schedule version and the end of its hold. A portal's time
-- that says nothing (a demo not yet begun) refuses, as whatever is missing does.
CREATE OR REPLACE FUNCTION judge_place(r reservation, at timestamptz) RETURNS reservation
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
  r.hold_expires_at := LEAST(at + known.hold, known.closes_at + known.grace, known.starts_at);
  RETURN r;
END
$$;

-- Judges a new reservation. Whatever times were supplied, these are the ones that are stored.
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

-- Judges a change: giving a place back is always possible, every other way into HELD or CONFIRMED is guarded.
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

-- Counting places ---------------------------------------------------------------------------------------------------

-- Takes a place of a share, whose moment has come, or one that no pool has. Both conditions stand in the statement that
-- takes it: who waits for somebody else's booking is judged by what that has left.
CREATE OR REPLACE FUNCTION take_place(id_of_slot bigint, id_of_share bigint) RETURNS boolean
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

CREATE OR REPLACE FUNCTION give_place_back(id_of_slot bigint, id_of_share bigint) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF id_of_share IS NULL THEN
    UPDATE slot SET taken = taken - 1, released = released - 1 WHERE id = id_of_slot;
    RETURN;
  END IF;
  UPDATE slot_supply SET taken = taken - 1 WHERE slot_id = id_of_slot AND share_id = id_of_share;
  UPDATE slot SET taken = taken - 1 WHERE id = id_of_slot;
END
$$;

-- Moves the slot's count with the state, so that the count is right by construction.
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

-- Triggers and rights -----------------------------------------------------------------------------------------------

CREATE OR REPLACE TRIGGER guard_new BEFORE INSERT ON reservation
  FOR EACH ROW EXECUTE FUNCTION guard_new_reservation();
CREATE OR REPLACE TRIGGER guard_changed BEFORE UPDATE ON reservation
  FOR EACH ROW EXECUTE FUNCTION guard_changed_reservation();
-- Triggers fire in the order of their names. This one goes before PostgreSQL's own "RI_…" ones: a row that the same
-- transaction has already changed is locked for the foreign key at no cost.
CREATE OR REPLACE TRIGGER "1_move_taken" AFTER INSERT OR UPDATE OR DELETE ON reservation
  FOR EACH ROW EXECUTE FUNCTION move_taken();
ALTER TABLE reservation ENABLE ALWAYS TRIGGER guard_new;
ALTER TABLE reservation ENABLE ALWAYS TRIGGER guard_changed;
ALTER TABLE reservation ENABLE ALWAYS TRIGGER "1_move_taken";

REVOKE ALL ON FUNCTION second_place, require_second_dose, judge_place, guard_new_reservation, guard_changed_reservation,
  take_place, give_place_back, move_taken FROM PUBLIC;
GRANT EXECUTE ON FUNCTION second_place TO jeongmun_portal;
-- Last of all: nobody writes a reservation before its guards stand.
GRANT INSERT, UPDATE ON reservation TO jeongmun_portal;
