-- A draw calls its first places at once. Run as V1 is.
--
-- Nobody knows their place before the draw, so all look within a spread that grows with the crowd, each when chance has
-- it. Were the first places called one after another, hardly anybody who is called would have looked, and nearly everybody
-- who looks would be too early. So as many may come as can be let in within the spread; the line is called at its rate
-- all the same, and has caught up when the spread is over.

ALTER TABLE waiting_line ADD COLUMN first_calls bigint NOT NULL DEFAULT 0;
ALTER TABLE waiting_line ADD CHECK (first_calls BETWEEN 0 AND COALESCE(drawn, 0));
COMMENT ON COLUMN waiting_line.first_calls IS
  'How many places the draw has called at once. Set with the draw, and never changed after.';

CREATE FUNCTION keep_first_calls() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'whom a draw has called is never changed' USING ERRCODE = 'JM003';
END
$$;
CREATE TRIGGER keep_first_calls BEFORE UPDATE ON waiting_line FOR EACH ROW
  WHEN (OLD.drawn IS NOT NULL AND NEW.first_calls <> OLD.first_calls) EXECUTE FUNCTION keep_first_calls();
ALTER TABLE waiting_line ENABLE ALWAYS TRIGGER keep_first_calls;

-- How many come in while all of a drawn line look for the first time: at this line's part of the rate, from four tenths of
-- a second after the opening on, within the spread of the waiting page's polling rule. Never more than fit inside.
CREATE FUNCTION first_calls_of(of_window text) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH open AS (
    SELECT l.window_id, l.place_order, l.issued, GREATEST(0, l.issued - l.now_serving) AS waiting,
           (v.waiting_room->>'admitPerSecond')::numeric AS rate, (v.waiting_room->>'maxInside')::numeric AS most
      FROM portal_state s
      JOIN schedule_version v ON v.version = s.schedule_version AND v.waiting_room IS NOT NULL
      JOIN booking_window w ON w.campaign_id = v.campaign_id AND w.active
                           AND w.opens_at <= portal_now() AND w.closes_at > portal_now()
      JOIN waiting_line l ON l.window_id = w.id)
  SELECT COALESCE((
    SELECT floor(LEAST(o.issued, LEAST(o.most, o.rate * (0.4 + LEAST(120, 2 + o.issued / 15000.0)))
                                 * o.waiting / (SELECT sum(waiting) FROM open)))
      FROM open o WHERE o.window_id = of_window AND o.place_order = 'draw' AND o.waiting > 0), 0)::bigint
$$;

CREATE OR REPLACE FUNCTION hold_draws() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM waiting_line l JOIN booking_window w ON w.id = l.window_id AND w.active
              WHERE l.drawn IS NULL AND w.opens_at <= portal_now()) THEN
    PERFORM set_config('synchronous_commit', 'on', true);
    UPDATE waiting_line l SET drawn = l.issued, first_calls = first_calls_of(l.window_id) FROM booking_window w
     WHERE w.id = l.window_id AND w.active AND l.drawn IS NULL AND w.opens_at <= portal_now();
  END IF;
END
$$;

REVOKE ALL ON FUNCTION keep_first_calls(), first_calls_of(text) FROM PUBLIC;
