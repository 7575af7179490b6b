import { Gauge, type Registry } from 'prom-client';

/** One row of a gauge: its labels, and the number. */
export type Reading = { labels?: Record<string, string>; value: number };

/** Has numbers read whenever the metrics are asked for, and never otherwise. What was true before says nothing then. */
export function watch(
  registry: Registry,
  gauge: { name: string; help: string; labelNames?: string[] },
  read: () => Reading[] | Promise<Reading[]>,
): void {
  new Gauge({
    labelNames: [],
    ...gauge,
    registers: [registry],
    async collect() {
      const readings = await read();
      this.reset();
      // Without labels, a gauge that has no value reads as 0, which would be a lie.
      if (readings.length === 0 && gauge.labelNames === undefined) this.remove();
      for (const { labels = {}, value } of readings) this.set(labels, value);
    },
  });
}

/** Shares one reading among those who ask for it at the same time, as the gauges of one request do. */
export function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined;
  return () => {
    underWay ??= read().finally(() => (underWay = undefined));
    return underWay;
  };
}
