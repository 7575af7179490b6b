/** The kitchen system's client. It belongs to another team: call it, do not change it. */
const latencyMs = 30;
const placesPerDay = 5;
const taken = new Map<string, number>();

const wait = () => new Promise((resolve) => setTimeout(resolve, latencyMs));

/** Takes a place; false when there is none left. */
export async function takePlace(date: string, meal: string): Promise<boolean> {
  await wait();
  const key = `${date} ${meal}`;
  const count = taken.get(key) ?? 0;
  if (count >= placesPerDay) return false;
  taken.set(key, count + 1);
  return true;
}

/** Gives a place back. */
export async function freePlace(date: string, meal: string): Promise<void> {
  await wait();
  const key = `${date} ${meal}`;
  taken.set(key, (taken.get(key) ?? 0) - 1);
}
