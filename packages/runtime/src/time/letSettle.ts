/** Turns of the microtask queue after which nothing of a request is left to do, with room to spare. */
const rounds = 200;

/** Lets promises and the ticks that they ask for run to their end, while nobody else drives the isolate. */
export async function letSettle(tick: () => void): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    await Promise.resolve();
    tick();
  }
}
