-- What the nodes tell: how many requests their gates have refused, and that they are there. Run as V1 is.

-- The portal may add to what was counted, and never take from it. Ages are in seconds: a node may count while it does
-- not know the time, and the minute is found by the database's clock.
CREATE OR REPLACE FUNCTION count_gate_attempts(
    of_node text, ages double precision[], classes text[], routes text[], states text[], counts bigint[])
  RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  WITH clock AS MATERIALIZED (SELECT COALESCE(portal_now(), clock_timestamp()) AS now)
  INSERT INTO gate_attempt AS kept (minute, node, class, route, state, count)
  SELECT date_trunc('minute', clock.now - make_interval(secs => LEAST(GREATEST(told.age, 0), 86400))),
         of_node, told.class, told.route, told.state, sum(told.count)
    FROM unnest(ages, classes, routes, states, counts) AS told (age, class, route, state, count), clock
   WHERE told.count > 0
   GROUP BY 1, 3, 4, 5
  ON CONFLICT (minute, node, class, route, state) DO UPDATE SET count = kept.count + EXCLUDED.count
$$;

-- Who was last seen a day ago is forgotten.
CREATE OR REPLACE FUNCTION tell_of_node(of_node text, its_status text, its_clock_bound_seconds double precision)
  RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM portal_node WHERE seen_at < clock_timestamp() - interval '1 day';
  INSERT INTO portal_node VALUES (of_node, clock_timestamp(), its_status, its_clock_bound_seconds)
  ON CONFLICT (node) DO UPDATE SET seen_at = EXCLUDED.seen_at, status = EXCLUDED.status,
    clock_bound_seconds = EXCLUDED.clock_bound_seconds
$$;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION count_gate_attempts, tell_of_node FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_gate_attempts, tell_of_node TO jeongmun_portal;
