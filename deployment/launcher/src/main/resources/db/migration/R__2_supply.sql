-- Supply: how many of a slot's places may be taken, by whose window and from when. Run as V1 is.

-- How many of a row of slot_supply have had their moment.
CREATE OR REPLACE FUNCTION places_by(effective_at timestamptz[], places integer[], at timestamptz) RETURNS integer
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

CREATE OR REPLACE VIEW supply_now AS
  SELECT p.slot_id, p.share_id, h.pool_id, h.window_id, p.allotted,
         places_by(p.effective_at, p.places, (SELECT portal_now())) AS released, p.taken
    FROM slot_supply p JOIN pool_share h ON h.id = p.share_id;
COMMENT ON VIEW supply_now IS 'What of each pool is released at each slot at this moment, and taken.';

-- Where somebody of a window finds a place now. A courtesy: what decides is take_place(). Without a supply there is
-- none: places_by would not take nothing for an answer.
CREATE OR REPLACE VIEW slot_with_room AS
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

-- Allotting ---------------------------------------------------------------------------------------------------------

-- Gives slots what new rows of slot_release say. Nothing that is taken can be taken away, and no slot gets more than
-- its room; whoever asks for either gets nothing of all that they asked for.
CREATE OR REPLACE FUNCTION apply_slot_release() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at timestamptz;
BEGIN
  -- All supplies, then all slots, each in their order. A booking takes a slot's supply and the slot, slot after slot, and
  -- a batch of them may wait for this in a circle: one of the two is then refused by the database and comes again.
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
CREATE OR REPLACE TRIGGER apply_release AFTER INSERT ON slot_release REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION apply_slot_release();
ALTER TABLE slot_release ENABLE ALWAYS TRIGGER apply_release;

-- What was announced, allotted and done stays.
CREATE OR REPLACE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON slot_release
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE OR REPLACE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON supply_change
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE OR REPLACE TRIGGER never_deleted BEFORE DELETE ON pool_release FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE OR REPLACE TRIGGER never_deleted BEFORE DELETE ON pool_lot FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
ALTER TABLE slot_release ENABLE ALWAYS TRIGGER never_rewritten;
ALTER TABLE supply_change ENABLE ALWAYS TRIGGER never_rewritten;
ALTER TABLE pool_release ENABLE ALWAYS TRIGGER never_deleted;
ALTER TABLE pool_lot ENABLE ALWAYS TRIGGER never_deleted;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION places_by, has_room, apply_slot_release FROM PUBLIC;
GRANT EXECUTE ON FUNCTION places_by, has_room TO jeongmun_portal;
GRANT SELECT ON supply_now, slot_with_room TO jeongmun_portal;
