import { seededRandom } from '@assay/workspace/testing';

/** Draws how long something takes, ms of a core that it has to itself. */
export type Service = (random: () => number) => number;

/** Something that comes at random, so many a second, and is served at stations one after the other. */
export type Demand = {
  name: string;
  perSecond: number;
  visits: { station: string; service: Service }[];
};

export type Model = {
  seed: number;
  /** How many each station serves at one time; others wait in order of arrival. */
  stations: Record<string, number>;
  /** Cores that all stations share: where more is served than there are, all of it becomes slower. */
  cores: number;
  demands: readonly Demand[];
  /** Simulated time, s, and how much of its beginning does not count. */
  seconds: number;
  warmUpSeconds: number;
};

export type Simulated = {
  /** From arrival to the end of the last visit, ms, by demand. */
  responses: Record<string, number[]>;
  /** From arrival to the begin of service at the first station, ms, by demand. */
  waits: Record<string, number[]>;
  /** The share of its places that a station had in use. */
  used: Record<string, number>;
  /** Still waiting or served at the end, by demand. Where it grows with the time, there is too little of something. */
  open: Record<string, number>;
};

type Customer = { demand: Demand; arrived: number; visit: number; left: number };
/** A set keeps the order of arrival, and gives its first away at once however many there are. */
type Station = { places: number; serving: Set<Customer>; waiting: Set<Customer>; busyMs: number };

/** A network of queues by discrete events, from a seed: the same model has the same outcome. */
export function simulate({
  seed,
  stations,
  cores,
  demands,
  seconds,
  warmUpSeconds,
}: Model): Simulated {
  const random = seededRandom(seed);
  const all = new Map<string, Station>(
    Object.entries(stations).map(([name, places]) => [
      name,
      { places, serving: new Set(), waiting: new Set(), busyMs: 0 },
    ]),
  );
  const lists = <T>(make: () => T) => Object.fromEntries(demands.map(({ name }) => [name, make()]));
  const responses: Record<string, number[]> = lists(() => []);
  const waits: Record<string, number[]> = lists(() => []);
  const [from, end] = [warmUpSeconds * 1_000, seconds * 1_000];
  const gap = (perSecond: number) => (-Math.log(1 - random()) * 1_000) / perSecond;
  const coming = demands.map((demand) => ({ demand, at: gap(demand.perSecond) }));
  let now = 0;

  for (;;) {
    const serving = [...all.values()].flatMap((station) => [...station.serving]);
    const speed = Math.min(1, cores / serving.length);
    const next = coming.reduce((a, b) => (a.at <= b.at ? a : b));
    const first = serving.reduce<Customer | undefined>(
      (a, b) => (a === undefined || b.left < a.left ? b : a),
      undefined,
    );
    const endsAt = first === undefined ? Infinity : now + first.left / speed;
    const at = Math.min(next.at, endsAt, end);
    for (const station of all.values())
      station.busyMs += Math.max(0, at - Math.max(now, from)) * station.serving.size;
    for (const customer of serving) customer.left -= (at - now) * speed;
    now = at;
    if (now >= end) break;
    if (endsAt <= next.at && first !== undefined) leave(first);
    else {
      next.at = now + gap(next.demand.perSecond);
      enter({ demand: next.demand, arrived: now, visit: 0, left: 0 });
    }
  }
  return {
    responses,
    waits,
    used: Object.fromEntries(
      [...all].map(([name, { places, busyMs }]) => [name, busyMs / places / (end - from)]),
    ),
    open: Object.fromEntries(
      demands.map((demand) => [
        demand.name,
        [...all.values()]
          .flatMap(({ serving, waiting }) => [...serving, ...waiting])
          .filter((customer) => customer.demand === demand).length,
      ]),
    ),
  };

  function stationOf({ demand, visit }: Customer): Station {
    const station = all.get(demand.visits[visit]?.station ?? '');
    if (station === undefined)
      throw new Error(`${demand.name} visits a station that is not there.`);
    return station;
  }

  function enter(customer: Customer): void {
    const station = stationOf(customer);
    if (station.serving.size < station.places) serve(station, customer);
    else station.waiting.add(customer);
  }

  function serve(station: Station, customer: Customer): void {
    const { demand, arrived, visit } = customer;
    if (visit === 0 && arrived >= from) waits[demand.name]?.push(now - arrived);
    customer.left = demand.visits[visit]?.service(random) ?? 0;
    station.serving.add(customer);
  }

  function leave(customer: Customer): void {
    const station = stationOf(customer);
    station.serving.delete(customer);
    const [next] = station.waiting;
    if (next !== undefined) {
      station.waiting.delete(next);
      serve(station, next);
    }
    const { demand, arrived } = customer;
    customer.visit += 1;
    if (customer.visit < demand.visits.length) enter(customer);
    else if (arrived >= from) responses[demand.name]?.push(now - arrived);
  }
}

/** The same each time. */
export const always =
  (ms: number): Service =>
  () =>
    ms;

/** Exponential, around a mean. */
export const exponential =
  (meanMs: number): Service =>
  (random) =>
    -Math.log(1 - random()) * meanMs;

/** One of what was measured, drawn anew each time. */
export const oneOf =
  (measured: readonly number[]): Service =>
  (random) =>
    measured[Math.floor(random() * measured.length)] ?? 0;
