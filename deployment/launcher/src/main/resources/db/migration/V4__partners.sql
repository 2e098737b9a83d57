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

GRANT SELECT ON partner, partner_key, partner_address TO jeongmun_portal;
GRANT SELECT, INSERT, UPDATE ON partner_use TO jeongmun_portal;
