package org.jeongmun.benchmark.drill;

/** What a booking comes to in a database that has no portal: a place counted and a row written. */
final class BareBooking {
    /** Tables with the keys and indexes that the portal's have, and the function. */
    static final String TABLES = """
            CREATE TABLE slot (
              id bigint PRIMARY KEY, capacity integer NOT NULL, taken integer NOT NULL DEFAULT 0,
              CHECK (taken BETWEEN 0 AND capacity)) WITH (fillfactor = 80);
            CREATE TABLE reservation (
              id uuid PRIMARY KEY DEFAULT gen_random_uuid(), code text NOT NULL UNIQUE, person_key text NOT NULL,
              slot_id bigint NOT NULL REFERENCES slot, state text NOT NULL DEFAULT 'HELD',
              created_at timestamptz NOT NULL DEFAULT clock_timestamp());
            CREATE UNIQUE INDEX ON reservation (person_key) WHERE state IN ('HELD', 'CONFIRMED');
            INSERT INTO slot SELECT n, 100000000 FROM generate_series(1, 1000) n;
            CREATE FUNCTION book(wanted bigint, person text) RETURNS uuid LANGUAGE plpgsql AS $$
            DECLARE made uuid;
            BEGIN
              UPDATE slot SET taken = taken + 1 WHERE id = wanted AND taken < capacity;
              IF NOT FOUND THEN
                RETURN NULL;
              END IF;
              INSERT INTO reservation (code, person_key, slot_id) VALUES (gen_random_uuid()::text, person, wanted)
              RETURNING id INTO made;
              RETURN made;
            END
            $$;
            ANALYZE slot""";

    /** Everybody wants the same slot: the update and the insert are two statements of one transaction. */
    static final String PLAIN = """
            BEGIN;
            UPDATE slot SET taken = taken + 1 WHERE id = 1 AND taken < capacity;
            INSERT INTO reservation (code, person_key, slot_id)
              VALUES (gen_random_uuid()::text, gen_random_uuid()::text, 1);
            COMMIT;
            """;

    /** Everybody wants another one of a thousand: one call. */
    static final String FUNCTION = """
            \\set wanted random(1, 1000)
            SELECT book(:wanted, gen_random_uuid()::text);
            """;

    private BareBooking() {}
}
