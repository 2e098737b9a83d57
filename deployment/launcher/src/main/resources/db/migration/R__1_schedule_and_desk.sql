-- What is kept of the schedule and of the desk, and the questions that reservations and lines both ask. Run as V1 is.
--
-- SQLSTATEs of the refusals, here and in the files after this one; the portal translates them, nobody parses a message.
--   JM001 outside the booking window   JM002 the slot is full       JM003 a change that is never allowed
--   JM004 maintenance                  JM005 the slot has begun     JM006 the hold has expired
--   JM007 no such line                 JM008 not yet                JM009 over
--   JM010 the second dose is missing, or not within its interval, or its slot is full
--   JM011 places that were to be moved were taken meanwhile

-- History -----------------------------------------------------------------------------------------------------------

-- For tables to whose rows nothing may happen any more.
CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION '% is history and is never rewritten', TG_TABLE_NAME USING ERRCODE = 'JM003';
END
$$;

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
CREATE OR REPLACE TRIGGER keep_history AFTER INSERT OR UPDATE ON booking_window
  FOR EACH ROW EXECUTE FUNCTION keep_window_history();
ALTER TABLE booking_window ENABLE ALWAYS TRIGGER keep_history;

-- The name of the operator is what the session calls itself in jeongmun.operator, else its login.
CREATE OR REPLACE FUNCTION keep_desk_history() RETURNS trigger
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
CREATE OR REPLACE TRIGGER keep_desk_history AFTER UPDATE ON portal_state
  FOR EACH ROW EXECUTE FUNCTION keep_desk_history();
ALTER TABLE portal_state ENABLE ALWAYS TRIGGER keep_desk_history;

CREATE OR REPLACE TRIGGER never_rewritten BEFORE UPDATE OR DELETE ON assisted_booking
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
ALTER TABLE assisted_booking ENABLE ALWAYS TRIGGER never_rewritten;

-- Asked by reservations and lines -----------------------------------------------------------------------------------

-- A transaction that keeps its first view of the tables would be judged by a schedule that is in force no more.
CREATE OR REPLACE FUNCTION require_a_view_of_the_present() RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
    RAISE EXCEPTION 'reservations are written in READ COMMITTED transactions alone' USING ERRCODE = 'JM003';
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION require_no_maintenance() RETURNS void
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
AS $$
BEGIN
  IF (SELECT maintenance_since IS NULL FROM portal_state) IS NOT TRUE THEN
    RAISE EXCEPTION 'the portal is under maintenance' USING ERRCODE = 'JM004';
  END IF;
END
$$;

-- Rights ------------------------------------------------------------------------------------------------------------

REVOKE ALL ON FUNCTION refuse_rewriting, keep_window_history, keep_desk_history, require_a_view_of_the_present,
  require_no_maintenance FROM PUBLIC;
GRANT INSERT (agent, did, outcome, code) ON assisted_booking TO jeongmun_portal;
