export type CacheOptions<Value> = {
  load: (key: string) => Promise<Value>;
  freshMs: number;
  staleMs?: number;
  retryMs?: number;
  maxEntries?: number;
};

/** All that is known about one key. `delete` throws the slot away, and with it every load that points to it. */
type Slot<Value> = {
  held?: { value: Value; bornAt: number };
  flight?: Promise<Value>;
  quietUntil: number;
  usedAt: number;
};

const least = { freshMs: 1, staleMs: 0, retryMs: 1, maxEntries: 1 };

export function createCache<Value>(given: CacheOptions<Value>) {
  const options = { staleMs: 0, retryMs: 1000, maxEntries: 1000, ...given };
  for (const [name, min] of Object.entries(least) as [keyof typeof least, number][]) {
    if (!(Number.isInteger(options[name]) && options[name] >= min))
      throw new RangeError(`bad ${name}: ${options[name]}`);
  }
  const slots = new Map<string, Slot<Value>>();
  let uses = 0;

  const holding = () => [...slots].filter(([, slot]) => slot.held);

  function makeRoom(): void {
    const held = holding();
    if (held.length <= options.maxEntries) return;
    const [[key]] = held.toSorted(([, a], [, b]) => a.usedAt - b.usedAt) as [[string, Slot<Value>]];
    slots.delete(key);
  }

  function fly(key: string, slot: Slot<Value>): Promise<Value> {
    if (slot.flight) return slot.flight;
    const bornAt = Date.now();
    const flight = new Promise<Value>((resolve) => resolve(options.load(key))).then(
      (value) => {
        slot.held = { value, bornAt };
        delete slot.flight;
        if (slots.get(key) === slot) makeRoom();
        return value;
      },
      (error: unknown) => {
        delete slot.flight;
        slot.quietUntil = Date.now() + options.retryMs;
        throw error;
      },
    );
    slot.flight = flight;
    return flight;
  }

  return {
    get(key: string): Promise<Value> {
      const slot = slots.get(key) ?? { quietUntil: 0, usedAt: 0 };
      slots.set(key, slot);
      slot.usedAt = uses += 1;
      const { held, quietUntil } = slot;
      const age = held ? Date.now() - held.bornAt : Infinity;
      if (!held || age >= options.freshMs + options.staleMs) return fly(key, slot);
      if (age >= options.freshMs && Date.now() >= quietUntil) fly(key, slot).catch(() => {});
      return Promise.resolve(held.value);
    },
    delete: (key: string) => void slots.delete(key),
    size: () => holding().length,
  };
}
