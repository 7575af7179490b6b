/** Watts of the site $1 in each of the 24 hours from $2 until before $3. A row for each hour, in order. */
export const hoursSql = `
WITH means AS (
  SELECT date_trunc('hour', read_at) AS hour, kind, round(avg(watts)) AS watts
  FROM meters JOIN readings ON meter_id = meters.id
  WHERE site_id = $1 AND read_at >= $2 AND read_at < $3
  GROUP BY meters.id, hour
)
SELECT round(coalesce(sum(CASE kind WHEN 'export' THEN -watts ELSE watts END), 0))::integer AS watts
FROM generate_series($2::timestamptz, $3::timestamptz - interval '1 hour', '1 hour') AS hour
LEFT JOIN means USING (hour)
GROUP BY hour
ORDER BY hour
`;
