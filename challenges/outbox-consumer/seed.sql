CREATE TABLE members (
  id text PRIMARY KEY,
  balance int NOT NULL DEFAULT 0 CHECK (balance >= 0),
  applied_through int NOT NULL DEFAULT 0
);

CREATE TABLE ledger (
  member_id text NOT NULL REFERENCES members,
  sequence int NOT NULL,
  points int NOT NULL
);
CREATE INDEX ON ledger (member_id, sequence);

CREATE TABLE dead_letters (
  message_id text PRIMARY KEY,
  text text NOT NULL,
  reason text NOT NULL
);
