import type { PGlite } from '@electric-sql/pglite';

/**
 * Statements of the kinds that backend code sends. PostgreSQL is WebAssembly here, and the engine compiles
 * each of its functions at the first call: better while a runner waits than in a candidate's run.
 */
const statements = [
  'CREATE TABLE warm_a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, at timestamptz DEFAULT now(), amount numeric(12,2), body jsonb)',
  "CREATE TABLE warm_b (id uuid DEFAULT gen_random_uuid() PRIMARY KEY, a_id int REFERENCES warm_a ON DELETE CASCADE, state text CHECK (state IN ('on', 'off')), UNIQUE (a_id, state))",
  'CREATE INDEX ON warm_a (name, at DESC)',
  "INSERT INTO warm_a (name, amount, body) SELECT 'n' || n, n * 1.5, jsonb_build_object('n', n) FROM generate_series(1, 500) n",
  "INSERT INTO warm_b (a_id, state) SELECT id, CASE WHEN id % 2 = 0 THEN 'on' ELSE 'off' END FROM warm_a ON CONFLICT DO NOTHING RETURNING id",
  "SELECT a.name, count(*)::int, sum(a.amount), max(a.at), array_agg(b.state), date_trunc('month', a.at) FROM warm_a a LEFT JOIN warm_b b ON b.a_id = a.id WHERE a.name LIKE 'n%' AND a.at BETWEEN now() - interval '1 day' AND now() GROUP BY a.id HAVING count(*) > 0 ORDER BY 3 DESC NULLS LAST, a.name LIMIT 10 OFFSET 2",
  'WITH r AS (SELECT id, row_number() OVER (PARTITION BY name ORDER BY id) n FROM warm_a) SELECT * FROM r WHERE n = 1 AND id IN (SELECT a_id FROM warm_b) AND EXISTS (SELECT 1 FROM warm_b WHERE a_id = r.id) LIMIT 3',
  "SELECT coalesce(json_agg(a ORDER BY a.id), '[]') FROM (SELECT DISTINCT ON (name) id, name, body->>'n' AS n, extract(epoch FROM at) FROM warm_a ORDER BY name, id LIMIT 5) a",
  'WITH placed AS (INSERT INTO warm_a (name, amount) SELECT name, amount FROM jsonb_to_recordset(\'[{"name":"m","amount":2}]\') AS r (name text, amount numeric) RETURNING id) INSERT INTO warm_b (a_id, state) SELECT id, \'on\' FROM placed',
  `WITH counted AS (SELECT id, name, at FROM warm_a WHERE amount > 3 AND at >= '2000-01-01' AND at < '2100-01-01'),
   sums AS (SELECT a_id, sum(length(state)::bigint * 2) AS total FROM warm_b WHERE a_id IN (SELECT id FROM counted) GROUP BY a_id),
   reported AS (SELECT a.id, a.name, count(c.id) AS n, coalesce(sum(total), 0) - coalesce(sum(a.amount), 0) AS net, max(c.at) AS last
     FROM warm_a a LEFT JOIN counted c ON c.id = a.id LEFT JOIN sums s ON s.a_id = c.id WHERE NULL::text IS NULL OR a.name = 'n1' GROUP BY a.id),
   totals AS (SELECT count(*) AS everybody, sum(n), sum(net) FROM reported),
   page AS (SELECT * FROM reported ORDER BY net DESC, id LIMIT 20 OFFSET 1),
   top AS (SELECT DISTINCT ON (c.id) c.id, b.state, sum(length(b.state)) AS quantity FROM counted c JOIN warm_b b ON b.a_id = c.id JOIN warm_a a ON a.id = b.a_id
     WHERE c.id IN (SELECT id FROM page) GROUP BY c.id, b.state ORDER BY c.id, quantity DESC, b.state)
   SELECT * FROM totals LEFT JOIN page ON true LEFT JOIN top ON top.id = page.id ORDER BY page.net DESC, page.id`,
  "SELECT * FROM warm_a WHERE (at, id) < (now() + interval '1 day', 400) AND (name ILIKE '%1%' OR name = ANY (ARRAY['n2', 'n3'])) ORDER BY at DESC, id DESC LIMIT 20",
  'SELECT a.id, l.n FROM warm_a a JOIN LATERAL (SELECT count(*) AS n FROM warm_b b WHERE b.a_id = a.id) l ON true WHERE a.id BETWEEN 10 AND 20 UNION ALL SELECT 0, 0 EXCEPT SELECT 1, 1',
  "INSERT INTO warm_b (a_id, state) VALUES (2, 'on') ON CONFLICT (a_id, state) DO UPDATE SET state = excluded.state RETURNING *",
  "UPDATE warm_b SET state = 'off' WHERE id = (SELECT id FROM warm_b WHERE state = 'on' ORDER BY a_id LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING a_id",
  'EXPLAIN SELECT * FROM warm_a JOIN warm_b ON a_id = warm_a.id',
  'UPDATE warm_a SET amount = amount + 1, name = upper(name) WHERE id < 10 RETURNING *',
  'BEGIN ISOLATION LEVEL SERIALIZABLE',
  'SELECT * FROM warm_a WHERE id = 3 FOR UPDATE',
  'SAVEPOINT one',
  'ROLLBACK TO one',
  'DELETE FROM warm_b WHERE a_id < 5',
  'ROLLBACK',
  'DROP TABLE warm_b, warm_a',
];

/** Leaves the database as empty as it was. */
export async function warmPostgres(pglite: PGlite, rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const statement of statements) await pglite.exec(statement);
    await pglite.query('SELECT $1::int + 1 AS n, $2::text AS t, $3::timestamptz AS at', [
      1,
      'a',
      new Date(0).toISOString(),
    ]);
    await pglite.query('SELECT no_such_column').catch(() => {});
  }
}
