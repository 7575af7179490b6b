import type { MeterOfDay } from './dashboard.ts';
import { mean } from './mean.ts';
import type { Reading } from './readingsOf.ts';

const quarterMs = 15 * 60 * 1000;

export function peak(readings: Reading[]): MeterOfDay['peak'] {
  const quarters = readings.map((start) => ({
    from: start.read_at,
    watts: mean(
      readings.filter((reading) => {
        const later = reading.read_at.getTime() - start.read_at.getTime();
        return later >= 0 && later < quarterMs;
      }),
    ),
  }));
  const [highest] = quarters.toSorted((one, other) => other.watts - one.watts);
  return highest ? { from: highest.from, watts: Math.round(highest.watts) } : null;
}
