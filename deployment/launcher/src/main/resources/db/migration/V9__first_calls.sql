-- A draw calls its first places at once. Run as V1 is.
--
-- Nobody knows their place before the draw, so all look within a spread that grows with the crowd, each when chance has
-- it. Were the first places of a large crowd called one after another, hardly anybody who is called would have looked, and
-- nearly everybody who looks would be too early. So as many may come as can be let in within the spread; the line is
-- called at its rate all the same, and has caught up when the spread is over.

ALTER TABLE waiting_line ADD COLUMN first_calls bigint NOT NULL DEFAULT 0;
ALTER TABLE waiting_line ADD CHECK (first_calls BETWEEN 0 AND COALESCE(drawn, 0));
COMMENT ON COLUMN waiting_line.first_calls IS
  'How many places the draw has called at once. Set with the draw, and never changed after.';
COMMENT ON COLUMN waiting_line.now_serving IS
  'The place that the rate has come to. While nobody waits it runs ahead of the numbers given, by a second''s worth.';
COMMENT ON TABLE line_call IS
  'When the rate came to each place, for whoever checks the order afterwards; the first calls of a draw may come before.';

-- How many come in while all of a drawn line look for the first time: at this line's part of the rate that the portal's
-- health allows, within the spread of the waiting page's polling rule. Never more than there is room for inside. Of a few
-- thousand people fewer than the controller is ahead at the opening, so that their line moves evenly.
CREATE FUNCTION first_calls_of(of_window text, of_drawn bigint) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH open AS (
    SELECT l.window_id, (v.waiting_room->>'admitPerSecond')::numeric AS rate, (v.waiting_room->>'maxInside')::numeric AS most,
           CASE WHEN l.window_id = of_window THEN of_drawn ELSE GREATEST(0, l.issued - l.now_serving) END AS waiting
      FROM portal_state s
      JOIN schedule_version v ON v.version = s.schedule_version AND v.waiting_room IS NOT NULL
      JOIN booking_window w ON w.campaign_id = v.campaign_id AND w.active
                           AND w.opens_at <= portal_now() AND w.closes_at > portal_now()
      JOIN waiting_line l ON l.window_id = w.id),
  inside AS (
    SELECT COALESCE(sum(n.inside), 0) AS people FROM line_node n WHERE n.seen_at > clock_timestamp() - passes_last())
  SELECT COALESCE((
    SELECT floor(LEAST(of_drawn,
                       LEAST(GREATEST(0, o.most - i.people),
                             o.rate * LEAST(1, a.factor)::numeric * LEAST(0.4 + LEAST(120, 2 + of_drawn / 15000.0), of_drawn / 9000.0))
                       * of_drawn / (SELECT sum(waiting) FROM open)))
      FROM open o CROSS JOIN inside i CROSS JOIN admission_lease a
     WHERE o.window_id = of_window AND of_drawn > 0), 0)::bigint
$$;

-- The draw is held by a heartbeat or by whoever joins first after the opening: both pass here.
CREATE FUNCTION call_first() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF OLD.drawn IS NULL AND NEW.drawn IS NOT NULL THEN
    NEW.first_calls := CASE WHEN NEW.place_order = 'draw' THEN first_calls_of(NEW.window_id, NEW.drawn) ELSE 0 END;
  ELSIF NEW.first_calls <> OLD.first_calls THEN
    RAISE EXCEPTION 'whom a draw has called is never changed' USING ERRCODE = 'JM003';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER call_first BEFORE UPDATE ON waiting_line FOR EACH ROW EXECUTE FUNCTION call_first();
ALTER TABLE waiting_line ENABLE ALWAYS TRIGGER call_first;

REVOKE ALL ON FUNCTION call_first(), first_calls_of(text, bigint) FROM PUBLIC;

-- Whoever joins first finds an empty table, and a plan for an empty table is kept: to compare each who joins with all who
-- have. With tens of thousands in line that took 3.5 ms for each. By these settings there is no plan but to look each up.
ALTER FUNCTION join_line(text, text, text[])
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off;
