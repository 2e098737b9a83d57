-- The portal's tables. What works on them, function by function, stands in the files R__*, which run after this one and
-- in the same transaction. All are run by a role that has done SET ROLE jeongmun_owner; jeongmun_portal owns nothing here.
-- Times are timestamptz. portal_now() is the only clock.

CREATE FUNCTION portal_now() RETURNS timestamptz
  LANGUAGE sql VOLATILE PARALLEL SAFE
  AS 'SELECT clock_timestamp()';
COMMENT ON FUNCTION portal_now() IS
  'The portal''s time. Exactly clock_timestamp(), but for databases that were created as a demo.';
-- It stands here and in no R__ file: a demo has its own text of it, which no migration may ever put back.

-- Schedule ----------------------------------------------------------------------------------------------------------

CREATE TABLE campaign (
  id   text PRIMARY KEY,
  zone text NOT NULL
);

CREATE TABLE schedule_version (
  version       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  campaign_id   text NOT NULL REFERENCES campaign,
  source        text NOT NULL,
  change        text NOT NULL,
  reason        text,
  waiting_room  jsonb,
  proxy_booking jsonb,
  applied_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN schedule_version.source IS 'The campaign file, word for word, that this version goes back to.';
COMMENT ON COLUMN schedule_version.change IS 'apply, postpone or extend, with what it changed.';

CREATE TABLE cohort (
  id          text PRIMARY KEY,
  campaign_id text NOT NULL REFERENCES campaign,
  label_ko    text NOT NULL,
  label_en    text NOT NULL,
  rule        text NOT NULL,
  settings    jsonb NOT NULL,
  active      boolean NOT NULL DEFAULT true
);

CREATE TABLE booking_window (
  id          text PRIMARY KEY,
  campaign_id text NOT NULL REFERENCES campaign,
  cohort_id   text NOT NULL REFERENCES cohort,
  opens_at    timestamptz NOT NULL,
  closes_at   timestamptz NOT NULL,
  check_in_at timestamptz,
  grace       interval NOT NULL,
  hold        interval NOT NULL,
  active      boolean NOT NULL DEFAULT true,
  pool_id     text,
  per_day     boolean NOT NULL DEFAULT false,
  carry_over  boolean NOT NULL DEFAULT false,
  share_id    bigint,
  UNIQUE (id, cohort_id),
  CHECK (opens_at < closes_at),
  CHECK (check_in_at <= opens_at),
  CHECK (grace >= interval '0'),
  CHECK (hold > interval '0'),
  CHECK ((pool_id IS NULL) = (share_id IS NULL))
);
COMMENT ON COLUMN booking_window.active IS 'False once a later schedule version has dropped the window.';
COMMENT ON COLUMN booking_window.share_id IS
  'People of this window take places of this share and no others; those of a window without one take places that no pool has.';

CREATE TABLE booking_window_history (
  window_id   text NOT NULL,
  changed_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  cohort_id   text NOT NULL,
  opens_at    timestamptz NOT NULL,
  closes_at   timestamptz NOT NULL,
  check_in_at timestamptz,
  grace       interval NOT NULL,
  hold        interval NOT NULL,
  active      boolean NOT NULL,
  share_id    bigint
);
COMMENT ON TABLE booking_window_history IS 'Every form that a window ever had, from the moment it had it.';

-- The desk ----------------------------------------------------------------------------------------------------------

-- One row that every node reads four times a second: what has changed, and whether the portal is shut.
CREATE TABLE portal_state (
  only_row           boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  schedule_version   bigint REFERENCES schedule_version,
  directory_version  bigint NOT NULL DEFAULT 0,
  maintenance_since  timestamptz,
  maintenance_reason text,
  announcement_ko    text,
  announcement_en    text,
  maintenance_until  timestamptz,
  CHECK ((maintenance_since IS NULL) = (maintenance_reason IS NULL)),
  CHECK ((announcement_ko IS NULL) = (announcement_en IS NULL)),
  CHECK (maintenance_until IS NULL OR maintenance_since IS NOT NULL)
);
INSERT INTO portal_state DEFAULT VALUES;
COMMENT ON COLUMN portal_state.directory_version IS 'Grows with each import of clinics or slots.';
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

-- Clinics -----------------------------------------------------------------------------------------------------------

CREATE TABLE clinic (
  id        text PRIMARY KEY,
  name      text NOT NULL,
  sido      text NOT NULL,
  sigungu   text NOT NULL,
  address   text NOT NULL,
  phone     text NOT NULL,
  latitude  double precision NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  longitude double precision NOT NULL CHECK (longitude BETWEEN -180 AND 180)
);
COMMENT ON COLUMN clinic.sigungu IS 'Empty in Sejong, which has none.';

CREATE TABLE slot (
  id        bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  clinic_id text NOT NULL REFERENCES clinic,
  starts_at timestamptz NOT NULL,
  ends_at   timestamptz NOT NULL,
  vaccine   text NOT NULL,
  capacity  integer NOT NULL CHECK (capacity >= 0),
  taken     integer NOT NULL DEFAULT 0,
  released  integer,
  UNIQUE (clinic_id, starts_at, vaccine),
  CHECK (starts_at < ends_at),
  CHECK (taken BETWEEN 0 AND capacity),
  CONSTRAINT slot_supply_check CHECK (taken <= released AND released <= capacity)
) WITH (fillfactor = 80);
COMMENT ON COLUMN slot.released IS
  'Empty where no pool was ever allotted to: every place may be taken. Else the places that are allotted here, each from
   its own instant on (slot_supply), and those that are taken without a pool.';

-- Supply ------------------------------------------------------------------------------------------------------------
-- How many of a slot's places may be taken, by whose window and from when. A campaign without pools and vaccines does
-- without all this.

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

-- A window and its share name each other.
ALTER TABLE booking_window ADD FOREIGN KEY (pool_id) REFERENCES pool, ADD FOREIGN KEY (share_id) REFERENCES pool_share;

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
  CONSTRAINT slot_supply_check CHECK (cardinality(effective_at) = cardinality(places)),
  CONSTRAINT slot_supply_check1 CHECK (taken BETWEEN 0 AND allotted)
) WITH (fillfactor = 80);

-- Reservations ------------------------------------------------------------------------------------------------------

CREATE TABLE reservation (
  id                  uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code                text NOT NULL UNIQUE,
  campaign_id         text NOT NULL REFERENCES campaign,
  person_key          text NOT NULL,
  phone_key           text,
  cohort_id           text NOT NULL,
  window_id           text NOT NULL,
  slot_id             bigint NOT NULL REFERENCES slot,
  state               text NOT NULL DEFAULT 'HELD' CHECK (state IN ('HELD', 'CONFIRMED', 'CANCELLED', 'EXPIRED')),
  hold_expires_at     timestamptz NOT NULL,
  created_at          timestamptz NOT NULL,
  confirmed_at        timestamptz,
  changed_at          timestamptz NOT NULL,
  changed_in          xid8 NOT NULL,
  left_slot_id        bigint REFERENCES slot,
  door                text NOT NULL DEFAULT 'web',
  schedule_version    bigint NOT NULL,
  share_id            bigint REFERENCES pool_share,
  second_slot_id      bigint REFERENCES slot,
  left_second_slot_id bigint REFERENCES slot,
  FOREIGN KEY (window_id, cohort_id) REFERENCES booking_window (id, cohort_id),
  CHECK ((confirmed_at IS NOT NULL) OR state <> 'CONFIRMED'),
  CHECK (second_slot_id <> slot_id)
);
CREATE UNIQUE INDEX reservation_one_active_per_person ON reservation (campaign_id, person_key)
  WHERE state IN ('HELD', 'CONFIRMED');
CREATE INDEX reservation_overdue ON reservation (hold_expires_at) WHERE state = 'HELD';
CREATE INDEX reservation_changed ON reservation (changed_in);
CREATE INDEX reservation_expired_of_person ON reservation (campaign_id, person_key) WHERE state = 'EXPIRED';
COMMENT ON COLUMN reservation.changed_in IS
  'The transaction of the last change. Who keeps a copy asks for those that the snapshot before did not show: by a
   time it would miss what was changed earlier and committed later.';
COMMENT ON COLUMN reservation.left_slot_id IS 'The slot that the reservation was in before its last move.';
COMMENT ON COLUMN reservation.share_id IS 'The share that its place was taken of; empty = of none.';
COMMENT ON COLUMN reservation.second_slot_id IS
  'Where and when the second dose is given. Pools count people: this place is of the slot''s room that no pool has.';

-- People who are invited by name, as keyed hashes alone: nothing here says who anybody is.

CREATE TABLE roster (
  id          text PRIMARY KEY,
  seal        bytea NOT NULL CHECK (octet_length(seal) = 32),
  imported_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN roster.seal IS
  'By which a node knows that the roster was imported with its own secret; with another one nobody on it would be found.';

CREATE TABLE roster_entry (
  roster_id text NOT NULL REFERENCES roster,
  mark      bytea NOT NULL CHECK (octet_length(mark) = 32),
  PRIMARY KEY (roster_id, mark)
);
COMMENT ON COLUMN roster_entry.mark IS
  'HMAC of roster and person: another one on each roster, and not the person_key of a reservation.';

-- Waiting room ------------------------------------------------------------------------------------------------------
-- One line per booking window. A line opens nothing; it only says whose turn it is.

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
  first_calls   bigint NOT NULL DEFAULT 0,
  made_at       timestamptz,
  CHECK ((place_order = 'draw') = (commitment IS NOT NULL)),
  CHECK (issued BETWEEN 0 AND 2147483647),
  CHECK (drawn BETWEEN 0 AND issued),
  CHECK (now_serving >= 0),
  CHECK ((public_source IS NULL) = (public_at IS NULL)),
  CHECK (public_value IS NULL OR public_source IS NOT NULL),
  CHECK (first_calls BETWEEN 0 AND COALESCE(drawn, 0))
) WITH (fillfactor = 50);
COMMENT ON COLUMN waiting_line.made_at IS 'By the portal''s time; null for a line from before it had one.';
COMMENT ON COLUMN waiting_line.issued IS 'The highest number given. Numbers begin with 1 and none is left out.';
COMMENT ON COLUMN waiting_line.drawn IS
  'How many had joined at the opening: they are drawn, who came later follows. Null until then, and never changed after.';
COMMENT ON COLUMN waiting_line.now_serving IS
  'The place that the rate has come to. While nobody waits it runs ahead of the numbers given, by a second''s worth.';
COMMENT ON COLUMN waiting_line.rate IS 'How many the line is called by in a second, as the controller last said.';
COMMENT ON COLUMN waiting_line.first_calls IS
  'How many places the draw has called at once. Set with the draw, and never changed after.';

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

CREATE TABLE line_guest (
  window_id  text NOT NULL,
  number     bigint NOT NULL,
  person_key text NOT NULL,
  brought_at timestamptz NOT NULL,
  PRIMARY KEY (window_id, number, person_key),
  FOREIGN KEY (window_id, number) REFERENCES line_ticket
);
CREATE INDEX line_guest_of_person ON line_guest (window_id, person_key);
COMMENT ON TABLE line_guest IS 'Who was let in on the number of somebody who books for them; written before they are.';

CREATE TABLE line_call (
  window_id   text NOT NULL REFERENCES waiting_line,
  now_serving bigint NOT NULL,
  called_at   timestamptz NOT NULL,
  token       bigint NOT NULL,
  PRIMARY KEY (window_id, now_serving)
);
COMMENT ON TABLE line_call IS
  'When the rate came to each place, for whoever checks the order afterwards; the first calls of a draw may come before.';

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

-- Partners ----------------------------------------------------------------------------------------------------------
-- Portals that look clinics up under a contract. Of a key only the hash is kept.

CREATE TABLE partner (
  id          text PRIMARY KEY CHECK (id ~ '^[a-z0-9][a-z0-9-]{0,63}$'),
  per_second  integer NOT NULL CHECK (per_second BETWEEN 1 AND 100000),
  per_day     bigint NOT NULL CHECK (per_day BETWEEN 1 AND 10000000000),
  created_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  disabled_at timestamptz
);
COMMENT ON COLUMN partner.per_second IS 'Requests in a second at each node.';
COMMENT ON COLUMN partner.per_day IS 'Requests in a day of Korea at all nodes together.';

CREATE TABLE partner_key (
  hash       text PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
  partner_id text NOT NULL REFERENCES partner,
  number     bigint GENERATED ALWAYS AS IDENTITY,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON COLUMN partner_key.hash IS 'SHA-256 of the whole key, which has 256 random bits.';
CREATE INDEX ON partner_key (partner_id);

CREATE TABLE partner_address (
  partner_id text NOT NULL REFERENCES partner,
  address    text NOT NULL CHECK (address ~ '^https?://'),
  PRIMARY KEY (partner_id, address)
);
COMMENT ON TABLE partner_address IS 'Where people may be led back to after booking; nowhere else.';

CREATE TABLE partner_use (
  partner_id text NOT NULL REFERENCES partner,
  day        date NOT NULL,
  used       bigint NOT NULL,
  PRIMARY KEY (partner_id, day)
);
COMMENT ON TABLE partner_use IS 'Requests by day of Korea, added up by the nodes every second.';

-- Attempts and nodes ------------------------------------------------------------------------------------------------

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

CREATE TABLE portal_node (
  node                text PRIMARY KEY CHECK (length(node) BETWEEN 1 AND 100),
  seen_at             timestamptz NOT NULL,
  status              text NOT NULL CHECK (status ~ '^[A-Z_]{1,20}$'),
  clock_bound_seconds double precision
);
COMMENT ON TABLE portal_node IS 'Who serves on this database, by what each said last. Tells operators; decides nothing.';

-- Rights ------------------------------------------------------------------------------------------------------------
-- What the portal's role may read. What it may write, and call, is granted where the functions and triggers stand that
-- guard it; only the use of partners is guarded by nothing.

REVOKE ALL ON FUNCTION portal_now FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO jeongmun_portal;
GRANT EXECUTE ON FUNCTION portal_now TO jeongmun_portal;
GRANT SELECT ON campaign, schedule_version, cohort, booking_window, booking_window_history,
  portal_state, maintenance_history, announcement_history, assisted_booking,
  clinic, slot, vaccine, pool, pool_release, pool_share, pool_lot, slot_supply, supply_change,
  reservation, roster, roster_entry,
  waiting_line, line_call, admission_lease, line_node,
  partner, partner_key, partner_address, partner_use, gate_attempt, portal_node TO jeongmun_portal;
GRANT SELECT (window_id, number, journeys, spent_in) ON line_ticket TO jeongmun_portal;
GRANT INSERT, UPDATE ON partner_use TO jeongmun_portal;
