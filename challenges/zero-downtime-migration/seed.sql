CREATE SCHEMA office;

-- What the auditors' trigger has seen: how many invoices a statement changed, and in which transaction.
CREATE TABLE office.changes (
  n bigint GENERATED ALWAYS AS IDENTITY,
  transaction bigint NOT NULL DEFAULT txid_current(),
  at timestamptz NOT NULL DEFAULT now(),
  invoices int NOT NULL
);

CREATE FUNCTION office.audit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO office.changes (invoices) SELECT count(*) FROM changed;
  RETURN NULL;
END $$;

-- The table as it is today, with so many invoices.
CREATE FUNCTION office.set_up(invoices int) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DROP SCHEMA public CASCADE;
  CREATE SCHEMA public;
  CREATE TABLE public.invoices (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer text NOT NULL,
    total text NOT NULL
  );
  INSERT INTO public.invoices (customer, total)
  SELECT
    'customer ' || n % 300,
    CASE
      WHEN n % 25 = 0 THEN format('-%s.50 EUR', n % 3)
      WHEN n % 10 = 1 THEN format('%s EUR', n)
      WHEN n % 10 = 2 THEN format('%s,%s EUR', n, lpad((n * 7 % 100)::text, 2, '0'))
      WHEN n % 10 = 3 THEN format('%s,%s CHF', n, n % 9)
      WHEN n % 10 = 4 THEN format(' %s.%s CHF', n, lpad((n * 7 % 100)::text, 2, '0'))
      ELSE format('%s.%s EUR', n, lpad((n * 29 % 100)::text, 2, '0'))
    END
  FROM generate_series(1, invoices) n;
  TRUNCATE office.changes;
  CREATE TRIGGER audit AFTER UPDATE ON public.invoices
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION office.audit();
END $$;

SELECT office.set_up(1200);
