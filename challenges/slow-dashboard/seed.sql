CREATE TABLE sites (
  id integer PRIMARY KEY,
  name text NOT NULL
);

CREATE TABLE meters (
  id integer PRIMARY KEY,
  site_id integer NOT NULL REFERENCES sites,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('import', 'export'))
);
CREATE INDEX ON meters (site_id);

CREATE TABLE readings (
  meter_id integer NOT NULL REFERENCES meters,
  read_at timestamptz NOT NULL,
  watts integer NOT NULL CHECK (watts >= 0),
  PRIMARY KEY (meter_id, read_at)
);

INSERT INTO sites VALUES (1, 'Depot North'), (2, 'Workshop');
INSERT INTO meters VALUES (1, 1, 'Hall A', 'import'), (2, 1, 'Roof', 'export'), (3, 2, 'Office', 'import');
INSERT INTO readings
SELECT meter, '2026-03-01 00:00:07Z'::timestamptz + minute * interval '10 minutes', 1000 * meter + minute * 3
FROM generate_series(1, 3) AS meter, generate_series(0, 300) AS minute;
