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

GRANT SELECT ON roster, roster_entry TO jeongmun_portal;
