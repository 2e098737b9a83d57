-- What operators do to the whole portal, with its history, and what the gate has refused. Run as V1 is.

-- Maintenance and announcements -------------------------------------------------------------------------------------

ALTER TABLE portal_state ADD COLUMN maintenance_until timestamptz;
ALTER TABLE portal_state ADD CHECK (maintenance_until IS NULL OR maintenance_since IS NOT NULL);
COMMENT ON COLUMN portal_state.maintenance_until IS 'When citizens are promised the next notice, if they are.';

CREATE TABLE maintenance_history (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  changed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  portal_time timestamptz,
  change      text NOT NULL CHECK (change IN ('ON', 'CHANGED', 'OFF')),
  reason      text,
  next_update timestamptz,
  operator    text NOT NULL,
  login       text NOT NULL
);
COMMENT ON TABLE maintenance_history IS 'Every time that the portal was shut by an operator, why and by whom.';
COMMENT ON COLUMN maintenance_history.operator IS 'Who said to have done it; the login below is what the database knows.';

CREATE TABLE announcement_history (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  changed_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  portal_time     timestamptz,
  announcement_ko text,
  announcement_en text,
  operator        text NOT NULL,
  login           text NOT NULL
);
COMMENT ON TABLE announcement_history IS 'Everything that citizens were told by an operator; no text = taken back.';

-- The name of the operator is what the session calls itself in jeongmun.operator, else its login.
CREATE FUNCTION keep_desk_history() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  who text := COALESCE(NULLIF(current_setting('jeongmun.operator', true), ''), session_user);
BEGIN
  IF (NEW.maintenance_since, NEW.maintenance_reason, NEW.maintenance_until)
     IS DISTINCT FROM (OLD.maintenance_since, OLD.maintenance_reason, OLD.maintenance_until) THEN
    INSERT INTO maintenance_history (portal_time, change, reason, next_update, operator, login)
    VALUES (portal_now(),
            CASE WHEN NEW.maintenance_since IS NULL THEN 'OFF'
                 WHEN OLD.maintenance_since IS NULL THEN 'ON' ELSE 'CHANGED' END,
            NEW.maintenance_reason, NEW.maintenance_until, who, session_user);
  END IF;
  IF (NEW.announcement_ko, NEW.announcement_en) IS DISTINCT FROM (OLD.announcement_ko, OLD.announcement_en) THEN
    INSERT INTO announcement_history (portal_time, announcement_ko, announcement_en, operator, login)
    VALUES (portal_now(), NEW.announcement_ko, NEW.announcement_en, who, session_user);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER keep_desk_history AFTER UPDATE ON portal_state
  FOR EACH ROW EXECUTE FUNCTION keep_desk_history();
ALTER TABLE portal_state ENABLE ALWAYS TRIGGER keep_desk_history;

-- Attempts ----------------------------------------------------------------------------------------------------------

CREATE TABLE gate_attempt (
  minute timestamptz NOT NULL,
  node   text NOT NULL CHECK (length(node) BETWEEN 1 AND 100),
  class  text NOT NULL
    CHECK (class IN ('NOTICE', 'CHECK_IN', 'BOOKING', 'LOOKUP', 'CARE', 'RECEIPT', 'NONE')),
  route  text NOT NULL CHECK (route ~ '^(other|/[!->@-~]{0,199})$'),
  state  text NOT NULL CHECK (state IN ('NOT_YET_OPEN', 'CLOSED', 'MAINTENANCE', 'UNKNOWN', 'OPEN')),
  count  bigint NOT NULL CHECK (count > 0),
  PRIMARY KEY (minute, node, class, route, state)
);
COMMENT ON TABLE gate_attempt IS
  'How many requests the gate of a node has refused in a minute of the portal''s time; never who, never one by one.';
COMMENT ON COLUMN gate_attempt.route IS 'A path of the portal''s finite list; whatever is spelled otherwise is other.';
COMMENT ON COLUMN gate_attempt.state IS 'What the portal was; OPEN where it was open and had no such door.';

-- The portal may add to what was counted, and never take from it. Ages are in seconds: a node may count while it does
-- not know the time, and the minute is found by the database's clock.
CREATE FUNCTION count_gate_attempts(
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

CREATE TABLE portal_node (
  node                text PRIMARY KEY CHECK (length(node) BETWEEN 1 AND 100),
  seen_at             timestamptz NOT NULL,
  status              text NOT NULL CHECK (status ~ '^[A-Z_]{1,20}$'),
  clock_bound_seconds double precision
);
COMMENT ON TABLE portal_node IS 'Who serves on this database, by what each said last. Tells operators; decides nothing.';

CREATE FUNCTION tell_of_node(of_node text, its_status text, its_clock_bound_seconds double precision) RETURNS void
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
  DELETE FROM portal_node WHERE seen_at < clock_timestamp() - interval '1 day';
  INSERT INTO portal_node VALUES (of_node, clock_timestamp(), its_status, its_clock_bound_seconds)
  ON CONFLICT (node) DO UPDATE SET seen_at = EXCLUDED.seen_at, status = EXCLUDED.status,
    clock_bound_seconds = EXCLUDED.clock_bound_seconds
$$;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION keep_desk_history(), tell_of_node(text, text, double precision),
  count_gate_attempts(text, double precision[], text[], text[], text[], bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION tell_of_node(text, text, double precision),
  count_gate_attempts(text, double precision[], text[], text[], text[], bigint[]) TO jeongmun_portal;
GRANT SELECT ON maintenance_history, announcement_history, gate_attempt, portal_node TO jeongmun_portal;
