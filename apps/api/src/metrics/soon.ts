/** How long queue and database may take for a reading, ms. Counters readings that wait for a dead Redis. */
const answerWithinMs = 2_000;

/** What was asked for, or nothing when it fails or does not come soon. */
export async function soon<T>(reading: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(late.resolve, answerWithinMs, undefined);
  try {
    return await Promise.race([reading.catch(() => undefined), late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
