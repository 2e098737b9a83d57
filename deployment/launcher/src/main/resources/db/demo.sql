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

CREATE OR REPLACE FUNCTION public.portal_now() RETURNS timestamptz
    LANGUAGE sql
    VOLATILE
    PARALLEL SAFE
AS 'SELECT clock_timestamp() + (SELECT clock_shift FROM public.demo)';
