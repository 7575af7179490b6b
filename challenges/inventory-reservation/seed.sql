CREATE TABLE parts (
  id text PRIMARY KEY,
  name text NOT NULL,
  on_hand integer NOT NULL CHECK (on_hand >= 0)
);

CREATE TABLE reservations (
  id uuid PRIMARY KEY,
  job_id text NOT NULL,
  status text NOT NULL CHECK (status IN ('held', 'confirmed', 'released')),
  expires_at timestamptz NOT NULL
);

CREATE TABLE reservation_items (
  reservation_id uuid NOT NULL REFERENCES reservations,
  part_id text NOT NULL REFERENCES parts,
  quantity integer NOT NULL CHECK (quantity > 0),
  PRIMARY KEY (reservation_id, part_id)
);
CREATE INDEX ON reservation_items (part_id);

INSERT INTO parts VALUES
  ('pump-a', 'Pump A', 7),
  ('seal-40', 'Seal 40 mm', 20),
  ('pitch-motor', 'Pitch motor', 1);
