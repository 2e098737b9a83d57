-- Runs once, as jeongmun_owner, in the transaction that creates the schema of a demo, and never in any other database.
-- Until the launcher starts the demo's clock, clock_shift is null and so is portal_now(): the portal is shut.
CREATE TABLE public.demo (
    marked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    clock_starts_at timestamptz NOT NULL,
    clock_shift interval,
    secret bytea NOT NULL CHECK (octet_length(secret) >= 32),
    only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one)
);

GRANT SELECT ON public.demo TO jeongmun_portal;

-- The shift is written into the clock, so that a demo's statements cost what others' do: the text of portal_now() becomes
-- part of each of them. One that looks the shift up does not, and is a statement of its own for each row.
CREATE FUNCTION public.shift_clock() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION public.portal_now() RETURNS timestamptz LANGUAGE sql VOLATILE PARALLEL SAFE AS %L',
    format('SELECT clock_timestamp() + %L::interval', extract(epoch FROM NEW.clock_shift) || ' seconds'));
  RETURN NULL;
END
$$;

-- Whose mark is deleted has no clock.
CREATE TRIGGER shift_clock AFTER INSERT OR UPDATE OR DELETE ON public.demo
    FOR EACH ROW EXECUTE FUNCTION public.shift_clock();

REVOKE ALL ON FUNCTION public.shift_clock() FROM PUBLIC;
