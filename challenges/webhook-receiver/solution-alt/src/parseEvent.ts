export type LockerEvent = {
  id: string;
  type: string;
  occurredAt: string;
  data: { parcelId: string; lockerId: string };
};

const isName = (value: unknown) =>
  typeof value === 'string' && value.length >= 1 && value.length <= 100;

/** By hand: five fields need no library. */
export function parseEvent(body: string): LockerEvent | undefined {
  try {
    const event = JSON.parse(body) as LockerEvent;
    const ok =
      isName(event.id) &&
      typeof event.type === 'string' &&
      new Date(event.occurredAt).toISOString() === event.occurredAt &&
      isName(event.data.parcelId) &&
      isName(event.data.lockerId);
    return ok ? event : undefined;
  } catch {
    return undefined;
  }
}
