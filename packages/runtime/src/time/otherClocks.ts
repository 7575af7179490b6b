/** `Intl` and `Temporal` read the machine's clock by themselves. */
import { virtualNow } from './clock.ts';

type Instant = { toZonedDateTimeISO(timeZone: string): ZonedDateTime };
type ZonedDateTime = Record<'toPlainDateTime' | 'toPlainDate' | 'toPlainTime', () => unknown>;
type TemporalNamespace = {
  Now: object;
  Instant: { fromEpochMilliseconds(ms: number): Instant };
};

export function followVirtualClock(): void {
  replaceInIntl();
  const { Temporal } = globalThis as { Temporal?: TemporalNamespace };
  if (Temporal) replaceInTemporal(Temporal);
}

function replaceInIntl(): void {
  const { prototype } = Intl.DateTimeFormat;
  const { formatToParts } = prototype;
  const format = Object.getOwnPropertyDescriptor(prototype, 'format');
  const bound = new WeakMap<object, (date?: Date | number) => string>();
  define(prototype, 'formatToParts', function (this: Intl.DateTimeFormat, date?: Date | number) {
    return Reflect.apply(formatToParts, this, [date ?? virtualNow()]);
  });
  Object.defineProperty(prototype, 'format', {
    ...format,
    get(this: Intl.DateTimeFormat) {
      const original = format?.get?.call(this) as (date: Date | number) => string;
      const known = bound.get(original);
      if (known) return known;
      const following = (date?: Date | number) => original(date ?? virtualNow());
      bound.set(original, following);
      return following;
    },
  });
}

function replaceInTemporal({ Now, Instant }: TemporalNamespace): void {
  const instant = () => Instant.fromEpochMilliseconds(virtualNow());
  const zoned = (timeZone = 'UTC') => instant().toZonedDateTimeISO(timeZone);
  const replacements = {
    timeZoneId: () => 'UTC',
    instant,
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (timeZone?: string) => zoned(timeZone).toPlainDateTime(),
    plainDateISO: (timeZone?: string) => zoned(timeZone).toPlainDate(),
    plainTimeISO: (timeZone?: string) => zoned(timeZone).toPlainTime(),
  };
  for (const [name, value] of Object.entries(replacements)) define(Now, name, value);
}

function define(owner: object, name: string, value: unknown): void {
  Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
