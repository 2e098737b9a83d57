-- Supply: how many of a slot's places may be taken, by whose window and from when, and appointments that go in pairs.
-- Run as V1 is. A campaign without pools and vaccines is served exactly as before.

-- Vaccines ----------------------------------------------------------------------------------------------------------

CREATE TABLE vaccine (
  campaign_id text NOT NULL REFERENCES campaign,
  id          text NOT NULL,
  label_ko    text,
  label_en    text,
  doses       integer NOT NULL CHECK (doses IN (1, 2)),
  min_days    integer,
  target_days integer,
  max_days    integer,
  active      boolean NOT NULL DEFAULT true,
  PRIMARY KEY (campaign_id, id),
  CHECK ((label_ko IS NULL) = (label_en IS NULL)),
  CHECK (CASE doses WHEN 2 THEN (0 < min_days AND min_days <= target_days AND target_days <= max_days) IS TRUE
                    ELSE num_nonnulls(min_days, target_days, max_days) = 0 END)
);
COMMENT ON TABLE vaccine IS 'What slots give, where a campaign says more of it than its name.';

-- Pools -------------------------------------------------------------------------------------------------------------

CREATE TABLE pool (
  id          text PRIMARY KEY,
  campaign_id text NOT NULL REFERENCES campaign,
  vaccine     text,
  first_day   date,
  last_day    date,
  active      boolean NOT NULL DEFAULT true,
  CHECK ((first_day IS NULL) = (last_day IS NULL) AND (first_day <= last_day) IS NOT FALSE)
);
COMMENT ON COLUMN pool.vaccine IS 'The slots it is allotted to give this; any when empty.';
COMMENT ON COLUMN pool.first_day IS 'The slots it is allotted to are on days from this one to the last, by the zone.';

CREATE TABLE pool_release (
  pool_id          text NOT NULL REFERENCES pool,
  at               timestamptz NOT NULL,
  add              bigint NOT NULL CHECK (add > 0),
  by_sido          jsonb,
  schedule_version bigint NOT NULL REFERENCES schedule_version,
  dropped_in       bigint REFERENCES schedule_version,
  PRIMARY KEY (pool_id, at, schedule_version)
);
CREATE UNIQUE INDEX pool_release_in_force ON pool_release (pool_id, at) WHERE dropped_in IS NULL;
COMMENT ON TABLE pool_release IS 'Everything that was ever announced, with the schedule versions that said and dropped it.';

CREATE TABLE pool_share (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pool_id   text NOT NULL REFERENCES pool,
  window_id text REFERENCES booking_window,
  UNIQUE NULLS NOT DISTINCT (pool_id, window_id)
);
COMMENT ON TABLE pool_share IS 'Whose places: those of all windows of a pool together, or of one window by itself.';

ALTER TABLE booking_window ADD COLUMN pool_id text REFERENCES pool;
ALTER TABLE booking_window ADD COLUMN per_day boolean NOT NULL DEFAULT false;
ALTER TABLE booking_window ADD COLUMN carry_over boolean NOT NULL DEFAULT false;
ALTER TABLE booking_window ADD COLUMN share_id bigint REFERENCES pool_share;
ALTER TABLE booking_window ADD CHECK ((pool_id IS NULL) = (share_id IS NULL));
COMMENT ON COLUMN booking_window.share_id IS
  'People of this window take places of this share and no others; those of a window without one take places that no pool has.';
ALTER TABLE booking_window_history ADD COLUMN share_id bigint;

CREATE OR REPLACE FUNCTION keep_window_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  INSERT INTO booking_window_history
         (window_id, cohort_id, opens_at, closes_at, check_in_at, grace, hold, active, share_id)
  VALUES (NEW.id, NEW.cohort_id, NEW.opens_at, NEW.closes_at, NEW.check_in_at, NEW.grace, NEW.hold, NEW.active,
          NEW.share_id);
  RETURN NULL;
END
$$;

-- What a release comes to: one lot, or one for each sido and day that it is divided by. A lot is allotted to slots
-- ahead of its instant, whole or not at all.
CREATE TABLE pool_lot (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  pool_id      text NOT NULL REFERENCES pool,
  release_at   timestamptz NOT NULL,
  sido         text,
  window_id    text REFERENCES booking_window,
  share_id     bigint NOT NULL REFERENCES pool_share,
  effective_at timestamptz NOT NULL,
  places       bigint NOT NULL CHECK (places > 0),
  withdrawn_at timestamptz
);
CREATE UNIQUE INDEX pool_lot_in_force ON pool_lot (pool_id, release_at, sido, window_id) NULLS NOT DISTINCT
  WHERE withdrawn_at IS NULL;
COMMENT ON TABLE pool_lot IS 'Every lot that was ever allotted. A withdrawn one never took effect.';

CREATE TABLE supply_change (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  changed_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
  portal_time      timestamptz DEFAULT portal_now(),
  kind             text NOT NULL CHECK (kind IN ('ALLOT', 'WITHDRAW', 'MOVE')),
  pool_id          text NOT NULL REFERENCES pool,
  lot_id           bigint REFERENCES pool_lot,
  places           bigint NOT NULL,
  detail           text NOT NULL,
  reason           text,
  schedule_version bigint,
  operator         text NOT NULL DEFAULT COALESCE(NULLIF(current_setting('jeongmun.operator', true), ''), session_user),
  login            text NOT NULL DEFAULT session_user
);
COMMENT ON TABLE supply_change IS 'Everything that was done to the supply of slots, why and by whom.';

CREATE TABLE slot_release (
  change_id    bigint NOT NULL REFERENCES supply_change,
  slot_id      bigint NOT NULL REFERENCES slot,
  share_id     bigint NOT NULL REFERENCES pool_share,
  effective_at timestamptz NOT NULL,
  places       integer NOT NULL CHECK (places <> 0)
);
CREATE INDEX slot_release_change ON slot_release (change_id);
COMMENT ON TABLE slot_release IS 'Every number of places that a slot was ever given, from when; negative = taken away again.';

CREATE FUNCTION refuse_rewriting() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% is history and is never rewritten', TG_TABLE_NAME USING ERRCODE = 'JM003';
END
$$;
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON slot_release FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON supply_change FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_deleted BEFORE DELETE ON pool_release FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER never_deleted BEFORE DELETE ON pool_lot FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
ALTER TABLE slot_release ENABLE ALWAYS TRIGGER never_rewritten;
ALTER TABLE supply_change ENABLE ALWAYS TRIGGER never_rewritten;
ALTER TABLE pool_release ENABLE ALWAYS TRIGGER never_deleted;
ALTER TABLE pool_lot ENABLE ALWAYS TRIGGER never_deleted;

-- The state of all that: one row for each slot and share. Nobody has to do anything at the instant of a release: the
-- places of a row are those whose moment has come when somebody asks.
CREATE TABLE slot_supply (
  slot_id      bigint NOT NULL REFERENCES slot,
  share_id     bigint NOT NULL REFERENCES pool_share,
  effective_at timestamptz[] NOT NULL,
  places       integer[] NOT NULL,
  allotted     integer NOT NULL,
  taken        integer NOT NULL DEFAULT 0,
  PRIMARY KEY (slot_id, share_id),
  CHECK (cardinality(effective_at) = cardinality(places)),
  CHECK (taken BETWEEN 0 AND allotted)
) WITH (fillfactor = 80);

ALTER TABLE slot ADD COLUMN released integer;
ALTER TABLE slot ADD CONSTRAINT slot_supply_check CHECK (taken <= released AND released <= capacity);
COMMENT ON COLUMN slot.released IS
  'Empty where no pool was ever allotted to: every place may be taken. Else the places that are allotted here, each from
   its own instant on (slot_supply), and those that are taken without a pool.';

CREATE FUNCTION places_by(effective_at timestamptz[], places integer[], at timestamptz) RETURNS integer
  LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp
AS $$
DECLARE
  effective integer := 0;
BEGIN
  FOR i IN 1 .. cardinality(places) LOOP
    IF effective_at[i] <= at THEN
      effective := effective + places[i];
    END IF;
  END LOOP;
  RETURN effective;
END
$$;

-- Gives slots what new rows of slot_release say. Nothing that is taken can be taken away, and no slot gets more than its
-- room; whoever asks for either gets nothing of all that they asked for.
CREATE FUNCTION apply_slot_release() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at timestamptz;
BEGIN
  -- In the order of bookings: each slot's supply, then the slot, slot after slot.
  INSERT INTO slot_supply (slot_id, share_id, effective_at, places, allotted)
  SELECT DISTINCT slot_id, share_id, '{}'::timestamptz[], '{}'::integer[], 0 FROM fresh ORDER BY slot_id, share_id
  ON CONFLICT (slot_id, share_id) DO NOTHING;
  PERFORM FROM slot_supply WHERE (slot_id, share_id) IN (SELECT slot_id, share_id FROM fresh)
    ORDER BY slot_id, share_id FOR NO KEY UPDATE;
  UPDATE slot_supply p
     SET effective_at = p.effective_at || f.effective_at, places = p.places || f.places, allotted = p.allotted + f.total
    FROM (SELECT slot_id, share_id, array_agg(r.effective_at ORDER BY r.effective_at) AS effective_at,
                 array_agg(r.places ORDER BY r.effective_at) AS places, sum(r.places)::integer AS total
            FROM fresh r GROUP BY slot_id, share_id) f
   WHERE p.slot_id = f.slot_id AND p.share_id = f.share_id;
  PERFORM FROM slot WHERE id IN (SELECT slot_id FROM fresh) ORDER BY id FOR NO KEY UPDATE;
  UPDATE slot s SET released = COALESCE(s.released, s.taken) + f.places
    FROM (SELECT slot_id, sum(places)::integer AS places FROM fresh GROUP BY slot_id) f WHERE s.id = f.slot_id;
  at := portal_now();
  IF EXISTS (SELECT FROM slot_supply p WHERE (p.slot_id, p.share_id) IN (SELECT slot_id, share_id FROM fresh WHERE places < 0)
                                         AND p.taken > places_by(p.effective_at, p.places, at)) THEN
    RAISE EXCEPTION 'places were taken meanwhile' USING ERRCODE = 'JM011';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER apply_release AFTER INSERT ON slot_release REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION apply_slot_release();
ALTER TABLE slot_release ENABLE ALWAYS TRIGGER apply_release;

CREATE VIEW supply_now AS
  SELECT p.slot_id, p.share_id, h.pool_id, h.window_id, p.allotted,
         places_by(p.effective_at, p.places, (SELECT portal_now())) AS released, p.taken
    FROM slot_supply p JOIN pool_share h ON h.id = p.share_id;
COMMENT ON VIEW supply_now IS 'What of each pool is released at each slot at this moment, and taken.';

-- Reservations in pairs ---------------------------------------------------------------------------------------------

ALTER TABLE reservation ADD COLUMN share_id bigint REFERENCES pool_share;
ALTER TABLE reservation ADD COLUMN second_slot_id bigint REFERENCES slot;
ALTER TABLE reservation ADD COLUMN left_second_slot_id bigint REFERENCES slot;
ALTER TABLE reservation ADD CHECK (second_slot_id <> slot_id);
COMMENT ON COLUMN reservation.share_id IS 'The share that its place was taken of; empty = of none.';
COMMENT ON COLUMN reservation.second_slot_id IS
  'Where and when the second dose is given. Pools count people: this place is of the slot''s room that no pool has.';

-- Further SQLSTATEs
--   JM010 the second dose is missing, or not within its interval, or its slot is full
--   JM011 places that were to be moved were taken meanwhile

-- Whether somebody of that window finds a place in that slot now. A courtesy: what decides is take_place().
CREATE FUNCTION has_room(of_slot bigint, of_window text) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
AS $$
DECLARE
  share bigint := (SELECT share_id FROM booking_window WHERE id = of_window);
BEGIN
  IF share IS NULL THEN
    RETURN (SELECT COALESCE(released, taken) < capacity FROM slot WHERE id = of_slot);
  END IF;
  RETURN EXISTS (SELECT FROM slot_supply
                  WHERE slot_id = of_slot AND share_id = share AND taken < places_by(effective_at, places, portal_now()));
END
$$;

-- Where somebody who gets the first dose in that slot would get the second: on the day that is closest to the target,
-- at the same clinic, else at the nearest in the same sigungu, else in the same sido. Null = no second dose is due;
-- 0 = there is no such place.
CREATE FUNCTION second_place(of_slot bigint, of_campaign text) RETURNS bigint
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
                 + ((o.longitude - dose.longitude) * cos(radians(dose.latitude))) ^ 2, o.id)
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

CREATE FUNCTION require_second_dose(r reservation, at timestamptz) RETURNS void
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

CREATE OR REPLACE FUNCTION guard_new_reservation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at timestamptz := portal_now();
  w  booking_window;
BEGIN
  IF NEW.state NOT IN ('HELD', 'CONFIRMED') THEN
    RAISE EXCEPTION 'a reservation begins as HELD or CONFIRMED' USING ERRCODE = 'JM003';
  END IF;
  PERFORM require_a_view_of_the_present();
  PERFORM require_no_maintenance();
  w := require_open_window(NEW, at);
  PERFORM require_second_dose(NEW, at);
  NEW.created_at := at;
  NEW.changed_at := at;
  NEW.changed_in := pg_current_xact_id();
  NEW.left_slot_id := NULL;
  NEW.left_second_slot_id := NULL;
  NEW.share_id := w.share_id;
  NEW.hold_expires_at := LEAST(at + w.hold, w.closes_at + w.grace);
  NEW.confirmed_at := CASE WHEN NEW.state = 'CONFIRMED' THEN at END;
  NEW.schedule_version := (SELECT schedule_version FROM portal_state);
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
  w          booking_window;
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
  PERFORM require_a_view_of_the_present();
  PERFORM require_no_maintenance();
  IF moves THEN
    w := require_open_window(NEW, at);
    PERFORM require_second_dose(NEW, at);
    NEW.share_id := w.share_id;
    NEW.schedule_version := (SELECT schedule_version FROM portal_state);
    IF NEW.state = 'HELD' THEN
      NEW.hold_expires_at := LEAST(at + w.hold, w.closes_at + w.grace);
    END IF;
  END IF;
  IF OLD.state = 'HELD' AND NEW.state = 'CONFIRMED' THEN
    SELECT * INTO w FROM booking_window WHERE id = NEW.window_id;
    IF (at < OLD.hold_expires_at AND at < w.closes_at + w.grace) IS NOT TRUE THEN
      RAISE EXCEPTION 'the hold has expired' USING ERRCODE = 'JM006';
    END IF;
    NEW.confirmed_at := at;
  END IF;
  RETURN NEW;
END
$$;

-- Takes a place of a share, whose moment has come, or one that no pool has. Both conditions stand in the statement that
-- takes it: who waits for somebody else's booking is judged by what that has left.
CREATE FUNCTION take_place(id_of_slot bigint, id_of_share bigint, refusal text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at timestamptz;
BEGIN
  IF id_of_share IS NULL THEN
    UPDATE slot SET taken = taken + 1, released = released + 1
     WHERE id = id_of_slot AND COALESCE(released, taken) < capacity;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'the slot is full' USING ERRCODE = refusal;
    END IF;
    RETURN;
  END IF;
  at := portal_now();
  UPDATE slot_supply SET taken = taken + 1
   WHERE slot_id = id_of_slot AND share_id = id_of_share AND taken < places_by(effective_at, places, at);
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing that is released there is free' USING ERRCODE = refusal;
  END IF;
  UPDATE slot SET taken = taken + 1 WHERE id = id_of_slot;
END
$$;

CREATE FUNCTION give_place_back(id_of_slot bigint, id_of_share bigint) RETURNS void
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
    PERFORM take_place(NEW.slot_id, NEW.share_id, 'JM002');
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
    IF place.taken THEN
      PERFORM take_place(place.slot, place.share, place.refusal);
    ELSE
      PERFORM give_place_back(place.slot, place.share);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
DROP FUNCTION take_place(bigint);
DROP FUNCTION give_place_back(bigint);

-- Assisted booking --------------------------------------------------------------------------------------------------

CREATE TABLE assisted_booking (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  assisted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  portal_time timestamptz DEFAULT portal_now(),
  agent       text NOT NULL CHECK (length(agent) BETWEEN 1 AND 100),
  did         text NOT NULL CHECK (did ~ '^[A-Z_]{1,40}$'),
  outcome     text NOT NULL CHECK (outcome ~ '^[A-Z_]{1,40}$'),
  code        text
);
COMMENT ON TABLE assisted_booking IS 'Which agent did what for a caller at the operators'' desk; never who called.';
CREATE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON assisted_booking FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
ALTER TABLE assisted_booking ENABLE ALWAYS TRIGGER never_rewritten;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION apply_slot_release(), refuse_rewriting(), require_second_dose(reservation, timestamptz),
  take_place(bigint, bigint, text), give_place_back(bigint, bigint), places_by(timestamptz[], integer[], timestamptz),
  has_room(bigint, text), second_place(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_by(timestamptz[], integer[], timestamptz), has_room(bigint, text),
  second_place(bigint, text) TO jeongmun_portal;
GRANT SELECT ON vaccine, pool, pool_release, pool_share, pool_lot, slot_supply, supply_now, supply_change TO jeongmun_portal;
GRANT SELECT, INSERT (agent, did, outcome, code) ON assisted_booking TO jeongmun_portal;
