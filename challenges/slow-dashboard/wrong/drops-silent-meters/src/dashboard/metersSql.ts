/**
 * The meters of a site with what they measured from $2 until before $3; $1 is the site. A row for each meter.
 * The range of read_at, together with the meter, is a range of the primary key: nothing else is read.
 */
export const metersSql = `
WITH readings_of_day AS (
  SELECT meter_id, read_at, watts
  FROM meters JOIN readings ON meter_id = meters.id
  WHERE site_id = $1 AND read_at >= $2 AND read_at < $3
),
totals AS (
  SELECT meter_id, count(*)::integer AS readings, avg(watts) AS average, max(read_at) AS last_read_at
  FROM readings_of_day
  GROUP BY meter_id
),
-- Frames include their end, and times are counted in microseconds.
from_each_reading AS (
  SELECT meter_id, read_at,
    avg(watts) OVER (
      PARTITION BY meter_id ORDER BY read_at
      RANGE BETWEEN CURRENT ROW AND '15 minutes -1 microseconds' FOLLOWING
    ) AS quarter,
    lead(read_at) OVER (PARTITION BY meter_id ORDER BY read_at) - read_at AS gap
  FROM readings_of_day
),
peaks AS (
  SELECT DISTINCT ON (meter_id) meter_id, read_at, quarter
  FROM from_each_reading
  ORDER BY meter_id, quarter DESC, read_at
),
gaps AS (
  SELECT DISTINCT ON (meter_id) meter_id, read_at, gap
  FROM from_each_reading
  WHERE gap IS NOT NULL
  ORDER BY meter_id, gap DESC, read_at
)
SELECT
  id,
  name,
  kind,
  coalesce(readings, 0) AS readings,
  round(average)::integer AS "averageWatts",
  last_read_at AS "lastReadAt",
  peaks.read_at AS "peakFrom",
  round(quarter)::integer AS "peakWatts",
  gaps.read_at AS "gapFrom",
  floor(extract(epoch FROM gap))::integer AS "gapSeconds"
FROM meters
JOIN totals ON totals.meter_id = id
LEFT JOIN peaks ON peaks.meter_id = id
LEFT JOIN gaps ON gaps.meter_id = id
WHERE site_id = $1
ORDER BY name COLLATE "C", id
`;
