CREATE TABLE jobs (
  id integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
  key text UNIQUE,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  status text NOT NULL DEFAULT 'waiting'
    CHECK (status IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  run_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  lease_until timestamptz
);
CREATE INDEX ON jobs (run_at) WHERE status = 'waiting';
CREATE INDEX ON jobs (lease_until) WHERE status = 'running';

CREATE TABLE schedules (
  name text PRIMARY KEY,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  every_minutes integer NOT NULL CHECK (every_minutes BETWEEN 1 AND 1440),
  next_at timestamptz NOT NULL
);
CREATE INDEX ON schedules (next_at);
