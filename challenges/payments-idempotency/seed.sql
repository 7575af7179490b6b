CREATE TABLE bookings (
  id text PRIMARY KEY,
  amount_cents int NOT NULL CHECK (amount_cents > 0)
);

INSERT INTO bookings SELECT 'FB-' || n, 4000 + n * 10 FROM generate_series(1, 100) n;
