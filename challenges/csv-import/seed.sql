CREATE TABLE readings (
  meter_id text NOT NULL,
  read_on date NOT NULL,
  kwh int NOT NULL CHECK (kwh >= 0),
  PRIMARY KEY (meter_id, read_on)
);
