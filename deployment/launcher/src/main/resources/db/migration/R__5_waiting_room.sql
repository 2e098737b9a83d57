-- The waiting room: who has which number, the draw, and who is called. Run as V1 is.

-- Lines -------------------------------------------------------------------------------------------------------------

-- A line never goes backwards, and nobody's place changes once people have joined or the draw is held.
CREATE OR REPLACE FUNCTION guard_line() RETURNS trigger
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
CREATE OR REPLACE TRIGGER guard_line BEFORE UPDATE ON waiting_line FOR EACH ROW EXECUTE FUNCTION guard_line();
ALTER TABLE waiting_line ENABLE ALWAYS TRIGGER guard_line;

-- Gives every window of the schedule in force its line, and every draw its seed, which no program ever sees before.
-- An order that the file has changed is taken over where nobody has joined yet.
CREATE OR REPLACE FUNCTION prepare_lines() RETURNS void
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
    INSERT INTO waiting_line (window_id, place_order, commitment, made_at)
    VALUES (w.id, w.place_order, 'sha256:' || encode(sha256(secret), 'hex'), portal_now());
    IF secret IS NOT NULL THEN
      INSERT INTO draw_seed VALUES (w.id, secret);
    END IF;
  END LOOP;
END
$$;

-- Joining -----------------------------------------------------------------------------------------------------------

-- The numbers of many people at once, in the order in which they came; who has one keeps it. The line's row is
-- locked before the clock is asked: who is given a number that takes part in the draw has it before the draw is
-- held. Whoever joins first finds an empty table, and a plan for an empty table is kept: to compare each who joins
-- with all who have. With tens of thousands in line that took 3.5 ms for each. By these settings there is no plan
-- but to look each up, and nothing is compiled because of what forbidden ways would cost.
CREATE OR REPLACE FUNCTION join_line(of_campaign text, of_window text, people text[])
  RETURNS TABLE (person text, given bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  SET enable_material = off SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off SET jit = off
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

-- How many others somebody may book for on their number, by the campaign in force.
CREATE OR REPLACE FUNCTION guests_of_a_number() RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT COALESCE((SELECT (v.proxy_booking->>''perRepresentative'')::integer
                         FROM portal_state p JOIN schedule_version v ON v.version = p.schedule_version
                        WHERE (v.proxy_booking->>''allowed'')::boolean), 0)';

-- Lets somebody in on the number of another, who books for them, and says whether they may go in: as one of as many as
-- the campaign allows, each written down once, or because the number is their own. The number is locked, so those who
-- come together are counted one after the other.
CREATE OR REPLACE FUNCTION bring_guest(of_window text, of_number bigint, guest text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$
DECLARE
  owner text;
BEGIN
  SELECT t.person_key INTO owner FROM line_ticket t
   WHERE t.window_id = of_window AND t.number = of_number AND t.spent_in IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF owner = guest OR EXISTS (SELECT FROM line_guest g WHERE g.window_id = of_window AND g.number = of_number
                                                         AND g.person_key = guest) THEN
    RETURN true;
  END IF;
  INSERT INTO line_guest (window_id, number, person_key, brought_at)
  SELECT of_window, of_number, guest, portal_now()
   WHERE (SELECT count(*) FROM line_guest g WHERE g.window_id = of_window AND g.number = of_number) < guests_of_a_number();
  RETURN FOUND;
END
$$;

-- Whoever has got a booking has had a journey of the number by which they came: of the one on which they were brought
-- along, or else of their own. It is written down with the booking, by whatever door or device that was made: both are
-- stored, or neither. A number has one journey, and one more for each of its guests. Each is looked up by itself, as in
-- join_line: what is spelled as a sub-select is never planned as a look through the whole line.
CREATE OR REPLACE FUNCTION end_journey() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'CONFIRMED' THEN
    RETURN NULL;
  END IF;
  UPDATE line_ticket t
     SET journeys = t.journeys + 1, journey_in = pg_current_xact_id(),
         spent_in = CASE WHEN t.journeys >= guests_of_a_number() THEN pg_current_xact_id() END
   WHERE t.window_id = NEW.window_id AND t.spent_in IS NULL AND t.number = COALESCE(
     (SELECT min(g.number) FROM line_guest g WHERE g.window_id = NEW.window_id AND g.person_key = NEW.person_key
         AND (SELECT o.spent_in FROM line_ticket o WHERE o.window_id = g.window_id AND o.number = g.number) IS NULL),
     (SELECT o.number FROM line_ticket o
       WHERE o.window_id = NEW.window_id AND o.person_key = NEW.person_key AND o.spent_in IS NULL));
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER end_journey AFTER INSERT OR UPDATE OF state ON reservation
  FOR EACH ROW WHEN (NEW.state = 'CONFIRMED') EXECUTE FUNCTION end_journey();
ALTER TABLE reservation ENABLE ALWAYS TRIGGER end_journey;

-- The draw ----------------------------------------------------------------------------------------------------------

-- For how long somebody may be inside: a node that ended left them there, and they finish elsewhere.
CREATE OR REPLACE FUNCTION passes_last() RETURNS interval
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT COALESCE((SELECT make_interval(mins => (v.waiting_room->>''passMinutes'')::int)
                         FROM portal_state s JOIN schedule_version v ON v.version = s.schedule_version),
                      interval ''0'') + interval ''2 seconds''';

-- A draw calls its first places at once. Nobody knows their place before the draw, so all look within a spread that
-- grows with the crowd, each when chance has it. Were the first places of a large crowd called one after another,
-- hardly anybody who is called would have looked, and nearly everybody who looks would be too early. So as many may
-- come as can be let in within the spread; the line is called at its rate all the same, and has caught up when the
-- spread is over.
--
-- How many come in while all of a drawn line look for the first time: at this line's part of the rate that the
-- portal's health allows, within the spread of the waiting page's polling rule: class PollingRule has the same numbers,
-- and a test compares both. Never more than there is room for inside. Of a few thousand people fewer than the
-- controller is ahead at the opening, so that their line moves evenly.
CREATE OR REPLACE FUNCTION first_calls_of(of_window text, of_drawn bigint) RETURNS bigint
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
CREATE OR REPLACE FUNCTION call_first() RETURNS trigger
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
CREATE OR REPLACE TRIGGER call_first BEFORE UPDATE ON waiting_line FOR EACH ROW EXECUTE FUNCTION call_first();
ALTER TABLE waiting_line ENABLE ALWAYS TRIGGER call_first;

-- Ends the part of every line that is drawn, once its window has opened.
CREATE OR REPLACE FUNCTION hold_draws() RETURNS void
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

CREATE OR REPLACE FUNCTION drawn_seed(of_window text) RETURNS bytea
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS 'SELECT d.seed FROM draw_seed d JOIN waiting_line l USING (window_id)
       WHERE d.window_id = of_window AND l.drawn IS NOT NULL';

-- Calling -----------------------------------------------------------------------------------------------------------

-- One node says how it is and learns how all are. Whoever finds no controller becomes it: token is null for the others.
CREATE OR REPLACE FUNCTION line_heartbeat(node text, its_inside bigint, its_entered bigint, its_errors double precision,
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
CREATE OR REPLACE FUNCTION call_places(with_token bigint, windows text[], places bigint[], rates double precision[],
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

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION guard_line, prepare_lines, join_line, guests_of_a_number, bring_guest, end_journey,
  passes_last, first_calls_of, call_first, hold_draws, drawn_seed, line_heartbeat, call_places FROM PUBLIC;
GRANT EXECUTE ON FUNCTION join_line, bring_guest, passes_last, drawn_seed, line_heartbeat, call_places
  TO jeongmun_portal;
