-- The waiting room: one line per booking window. A line opens nothing; it only says whose turn it is.

CREATE TABLE waiting_line (
  window_id     text PRIMARY KEY REFERENCES booking_window,
  place_order   text NOT NULL CHECK (place_order IN ('draw', 'arrival')),
  commitment    text,
  issued        bigint NOT NULL DEFAULT 0,
  drawn         bigint,
  now_serving   bigint NOT NULL DEFAULT 0,
  rate          double precision NOT NULL DEFAULT 0,
  public_source text,
  public_at     timestamptz,
  public_value  text,
  CHECK ((place_order = 'draw') = (commitment IS NOT NULL)),
  CHECK (issued BETWEEN 0 AND 2147483647),
  CHECK (drawn BETWEEN 0 AND issued),
  CHECK (now_serving >= 0),
  CHECK ((public_source IS NULL) = (public_at IS NULL)),
  CHECK (public_value IS NULL OR public_source IS NOT NULL)
) WITH (fillfactor = 50);
COMMENT ON COLUMN waiting_line.issued IS 'The highest number given. Numbers begin with 1 and none is left out.';
COMMENT ON COLUMN waiting_line.drawn IS
  'How many had joined at the opening: they are drawn, who came later follows. Null until then, and never changed after.';
COMMENT ON COLUMN waiting_line.now_serving IS
  'The highest place called. While nobody waits it runs ahead of the numbers given, by a second''s worth.';
COMMENT ON COLUMN waiting_line.rate IS 'How many the line is called by in a second, as the controller last said.';

CREATE TABLE draw_seed (
  window_id text PRIMARY KEY REFERENCES waiting_line,
  seed      bytea NOT NULL CHECK (octet_length(seed) = 32)
);
COMMENT ON TABLE draw_seed IS 'Read through drawn_seed() alone, which tells nothing before the opening.';

CREATE TABLE line_ticket (
  window_id  text NOT NULL REFERENCES waiting_line,
  number     bigint NOT NULL,
  person_key text NOT NULL,
  joined_at  timestamptz NOT NULL,
  journeys   integer NOT NULL DEFAULT 0,
  spent_in   xid8,
  PRIMARY KEY (window_id, number)
);
CREATE UNIQUE INDEX line_ticket_one_per_person ON line_ticket (window_id, person_key) WHERE spent_in IS NULL;
CREATE INDEX line_ticket_spent ON line_ticket (spent_in) WHERE spent_in IS NOT NULL;
COMMENT ON COLUMN line_ticket.spent_in IS
  'The transaction in which the number had the last of its journeys; see reservation.changed_in for why no time.';

CREATE TABLE line_call (
  window_id   text NOT NULL REFERENCES waiting_line,
  now_serving bigint NOT NULL,
  called_at   timestamptz NOT NULL,
  token       bigint NOT NULL,
  PRIMARY KEY (window_id, now_serving)
);
COMMENT ON TABLE line_call IS 'When each place was called, for whoever checks the order afterwards.';

-- The one controller of all lines. Its token grows with each change of hands, and every call carries it.
CREATE TABLE admission_lease (
  only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  holder     text,
  token      bigint NOT NULL DEFAULT 0,
  ticked_at  timestamptz,
  expires_at timestamptz NOT NULL DEFAULT '-infinity',
  factor     double precision NOT NULL DEFAULT 1 CHECK (factor BETWEEN 0 AND 1),
  rate       double precision NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
INSERT INTO admission_lease DEFAULT VALUES;
COMMENT ON COLUMN admission_lease.factor IS 'What the portal''s health leaves of the operator''s rate.';

-- What each node last said of itself. Unlogged: after a crash every node says it again within a second.
CREATE UNLOGGED TABLE line_node (
  id          text PRIMARY KEY,
  seen_at     timestamptz NOT NULL,
  inside      bigint NOT NULL,
  entered     bigint NOT NULL,
  error_share double precision NOT NULL,
  slow_share  double precision NOT NULL
) WITH (fillfactor = 50);
COMMENT ON COLUMN line_node.slow_share IS 'How much of the requests inside took more than a second of late.';

-- SQLSTATEs beside those of the first migration: JM007 no such line   JM008 not yet   JM009 over

-- A line never goes backwards, and nobody's place changes once people have joined or the draw is held.
CREATE FUNCTION guard_line() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF NEW.now_serving < OLD.now_serving OR NEW.issued < OLD.issued OR NEW.window_id <> OLD.window_id
     OR (OLD.drawn IS NOT NULL AND NEW.drawn IS DISTINCT FROM OLD.drawn)
     OR (OLD.issued > 0 AND (NEW.place_order, NEW.commitment, NEW.public_source, NEW.public_at)
                            IS DISTINCT FROM (OLD.place_order, OLD.commitment, OLD.public_source, OLD.public_at))
     OR (OLD.public_value IS NOT NULL AND NEW.public_value IS DISTINCT FROM OLD.public_value)
     OR (OLD.drawn IS NOT NULL AND NEW.public_value IS DISTINCT FROM OLD.public_value) THEN
    RAISE EXCEPTION 'a line is never changed in this way' USING ERRCODE = 'JM003';
  END IF;
  IF NEW.drawn IS DISTINCT FROM OLD.drawn
     AND (SELECT portal_now() >= opens_at FROM booking_window WHERE id = NEW.window_id) IS NOT TRUE THEN
    RAISE EXCEPTION 'nothing is drawn before the opening' USING ERRCODE = 'JM003';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER guard_line BEFORE UPDATE ON waiting_line FOR EACH ROW EXECUTE FUNCTION guard_line();
ALTER TABLE waiting_line ENABLE ALWAYS TRIGGER guard_line;

-- Gives every window of the schedule in force its line, and every draw its seed, which no program ever sees before.
-- An order that the file has changed is taken over where nobody has joined yet.
CREATE FUNCTION prepare_lines() RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
DECLARE
  w      record;
  secret bytea;
BEGIN
  LOCK TABLE waiting_line IN SHARE ROW EXCLUSIVE MODE;
  FOR w IN SELECT b.id, v.waiting_room->>'order' AS place_order
             FROM portal_state s
             JOIN schedule_version v ON v.version = s.schedule_version AND v.waiting_room IS NOT NULL
             JOIN booking_window b ON b.campaign_id = v.campaign_id AND b.active
             LEFT JOIN waiting_line l ON l.window_id = b.id
            WHERE l.window_id IS NULL OR (l.issued = 0 AND l.drawn IS NULL
                                          AND l.place_order <> v.waiting_room->>'order')
  LOOP
    DELETE FROM draw_seed WHERE window_id = w.id;
    DELETE FROM line_call WHERE window_id = w.id;
    DELETE FROM waiting_line WHERE window_id = w.id;
    secret := CASE WHEN w.place_order = 'draw' THEN
      sha256(decode(replace(gen_random_uuid()::text || gen_random_uuid() || gen_random_uuid(), '-', ''), 'hex')) END;
    INSERT INTO waiting_line (window_id, place_order, commitment)
    VALUES (w.id, w.place_order, 'sha256:' || encode(sha256(secret), 'hex'));
    IF secret IS NOT NULL THEN
      INSERT INTO draw_seed VALUES (w.id, secret);
    END IF;
  END LOOP;
END
$$;

-- The numbers of many people at once, in the order in which they came; who has one keeps it. The line's row is locked
-- before the clock is asked: who is given a number that takes part in the draw has it before the draw is held.
CREATE FUNCTION join_line(of_campaign text, of_window text, people text[])
  RETURNS TABLE (person text, given bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  l     waiting_line;
  w     booking_window;
  at    timestamptz;
  fresh bigint;
BEGIN
  PERFORM require_a_view_of_the_present();
  SELECT * INTO l FROM waiting_line WHERE window_id = of_window FOR UPDATE;
  SELECT b.* INTO w FROM booking_window b
    JOIN schedule_version v ON v.campaign_id = b.campaign_id AND v.waiting_room IS NOT NULL
    JOIN portal_state s ON s.schedule_version = v.version
   WHERE b.id = of_window AND b.campaign_id = of_campaign AND b.active;
  IF l.window_id IS NULL OR w.id IS NULL THEN
    RAISE EXCEPTION 'the window has no line' USING ERRCODE = 'JM007';
  END IF;
  PERFORM require_no_maintenance();
  at := portal_now();
  IF (at >= COALESCE(w.check_in_at, w.opens_at)) IS NOT TRUE THEN
    RAISE EXCEPTION 'nobody may join yet' USING ERRCODE = 'JM008';
  END IF;
  IF at >= w.closes_at THEN
    RAISE EXCEPTION 'the window has closed' USING ERRCODE = 'JM009';
  END IF;
  INSERT INTO line_ticket (window_id, number, person_key, joined_at)
  SELECT of_window, l.issued + row_number() OVER (ORDER BY min(asked.place)), asked.key, at
    FROM unnest(people) WITH ORDINALITY AS asked (key, place)
   WHERE NOT EXISTS (SELECT FROM line_ticket t
                      WHERE t.window_id = of_window AND t.person_key = asked.key AND t.spent_in IS NULL)
   GROUP BY asked.key;
  GET DIAGNOSTICS fresh = ROW_COUNT;
  IF fresh > 0 OR (l.drawn IS NULL AND at >= w.opens_at) THEN
    UPDATE waiting_line
       SET issued = l.issued + fresh,
           drawn = COALESCE(l.drawn, CASE WHEN at >= w.opens_at THEN l.issued END)
     WHERE window_id = of_window;
  END IF;
  RETURN QUERY SELECT t.person_key, t.number FROM line_ticket t
                WHERE t.window_id = of_window AND t.person_key = ANY (people) AND t.spent_in IS NULL;
END
$$;

-- Ends the part of every line that is drawn, once its window has opened.
CREATE FUNCTION hold_draws() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF EXISTS (SELECT FROM waiting_line l JOIN booking_window w ON w.id = l.window_id AND w.active
              WHERE l.drawn IS NULL AND w.opens_at <= portal_now()) THEN
    PERFORM set_config('synchronous_commit', 'on', true);
    UPDATE waiting_line l SET drawn = l.issued FROM booking_window w
     WHERE w.id = l.window_id AND w.active AND l.drawn IS NULL AND w.opens_at <= portal_now();
  END IF;
END
$$;

CREATE FUNCTION drawn_seed(of_window text) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT d.seed FROM draw_seed d JOIN waiting_line l USING (window_id)
       WHERE d.window_id = of_window AND l.drawn IS NOT NULL';

-- For how long somebody may be inside: a node that ended left them there, and they finish elsewhere.
CREATE FUNCTION passes_last() RETURNS interval
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT COALESCE((SELECT make_interval(mins => (v.waiting_room->>''passMinutes'')::int)
                         FROM portal_state s JOIN schedule_version v ON v.version = s.schedule_version),
                      interval ''0'') + interval ''2 seconds''';

-- One node says how it is and learns how all are. Whoever finds no controller becomes it: token is null for the others.
CREATE FUNCTION line_heartbeat(node text, its_inside bigint, its_entered bigint, its_errors double precision,
                               its_slow double precision)
  RETURNS TABLE (at timestamptz, token bigint, last_tick timestamptz, real_time timestamptz, factor double precision,
                 rate double precision, maintenance boolean, nodes bigint, inside bigint, entered bigint,
                 error_share double precision, slow_share double precision)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  moment timestamptz := clock_timestamp();
  lease  admission_lease;
  mine   bigint;
BEGIN
  INSERT INTO line_node AS n VALUES (node, moment, its_inside, its_entered, its_errors, its_slow)
  ON CONFLICT (id) DO UPDATE SET (seen_at, inside, entered, error_share, slow_share)
    = (EXCLUDED.seen_at, EXCLUDED.inside, EXCLUDED.entered, EXCLUDED.error_share, EXCLUDED.slow_share);
  SELECT * INTO lease FROM admission_lease;
  IF lease.holder = node OR lease.expires_at < moment THEN
    SELECT * INTO lease FROM admission_lease FOR UPDATE;
    moment := clock_timestamp();
    IF lease.holder = node OR lease.expires_at < moment THEN
      IF lease.holder IS DISTINCT FROM node THEN
        PERFORM set_config('synchronous_commit', 'on', true);
        DELETE FROM line_node n WHERE n.seen_at < moment - interval '25 hours';
      END IF;
      UPDATE admission_lease a
         SET holder = node, ticked_at = moment, expires_at = moment + interval '2 seconds',
             token = a.token + CASE WHEN a.holder IS DISTINCT FROM node THEN 1 ELSE 0 END
      RETURNING a.token INTO mine;
    END IF;
  END IF;
  PERFORM hold_draws();
  RETURN QUERY
    SELECT portal_now(), mine, lease.ticked_at, moment, lease.factor, lease.rate,
           (SELECT maintenance_since IS NOT NULL FROM portal_state),
           count(*) FILTER (WHERE n.seen_at > moment - interval '2 seconds'),
           COALESCE(sum(n.inside) FILTER (WHERE n.seen_at > moment - passes_last()), 0)::bigint,
           COALESCE(sum(n.entered), 0)::bigint,
           COALESCE(max(n.error_share) FILTER (WHERE n.seen_at > moment - interval '2 seconds'), 0),
           COALESCE(max(n.slow_share) FILTER (WHERE n.seen_at > moment - interval '2 seconds'), 0)
      FROM line_node n;
END
$$;

-- Calls people. Says false, and changes nothing, to who is no longer the controller.
CREATE FUNCTION call_places(with_token bigint, windows text[], places bigint[], rates double precision[],
                            all_lines double precision, health double precision) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  at timestamptz := portal_now();
BEGIN
  UPDATE admission_lease SET factor = health, rate = all_lines
   WHERE token = with_token AND expires_at > clock_timestamp();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM require_no_maintenance();
  WITH called AS (
    UPDATE waiting_line l
       SET now_serving = GREATEST(l.now_serving, LEAST(asked.place, l.issued + GREATEST(1, asked.most))),
           rate = asked.rate
      FROM (SELECT a.id, a.place, a.rate, w.opens_at, w.closes_at, (v.waiting_room->>'admitPerSecond')::bigint AS most
              FROM unnest(windows, places, rates) AS a (id, place, rate)
              JOIN booking_window w ON w.id = a.id AND w.active
              JOIN schedule_version v ON v.campaign_id = w.campaign_id
              JOIN portal_state s ON s.schedule_version = v.version) AS asked
     WHERE l.window_id = asked.id AND asked.opens_at <= at AND asked.closes_at > at
    RETURNING l.window_id, l.now_serving)
  INSERT INTO line_call SELECT c.window_id, c.now_serving, at, with_token FROM called c ON CONFLICT DO NOTHING;
  IF FOUND THEN
    PERFORM set_config('synchronous_commit', 'on', true);
  END IF;
  RETURN true;
END
$$;

-- One journey of a number has ended with a booking; says whether there was one left.
CREATE FUNCTION spend_journey(of_window text, of_number bigint, most integer) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  UPDATE line_ticket
     SET journeys = journeys + 1,
         spent_in = CASE WHEN journeys + 1 >= most THEN pg_current_xact_id() END
   WHERE window_id = of_window AND number = of_number AND journeys < most AND spent_in IS NULL;
  RETURN FOUND;
END
$$;

SELECT prepare_lines();

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION guard_line(), prepare_lines(), join_line(text, text, text[]), hold_draws(), drawn_seed(text), passes_last(),
  line_heartbeat(text, bigint, bigint, double precision, double precision),
  call_places(bigint, text[], bigint[], double precision[], double precision, double precision),
  spend_journey(text, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION join_line(text, text, text[]), drawn_seed(text), passes_last(),
  line_heartbeat(text, bigint, bigint, double precision, double precision),
  call_places(bigint, text[], bigint[], double precision[], double precision, double precision),
  spend_journey(text, bigint, integer) TO jeongmun_portal;
GRANT SELECT ON waiting_line, line_call, admission_lease, line_node TO jeongmun_portal;
GRANT SELECT (window_id, number, journeys, spent_in) ON line_ticket TO jeongmun_portal;
