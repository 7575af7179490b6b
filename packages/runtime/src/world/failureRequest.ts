type FailureOptions = { error: string; times?: number; skip?: number; executed?: boolean };

/**
 * What `fail` and `crash` of `postgres` and `redis` ask of the host, as JSON.
 * @throws {Error} when an answer is to come although there is none.
 */
export function failureRequest(
  caller: string,
  target: string | RegExp = '',
  { error, times = 1, skip = 0, executed = false }: FailureOptions,
): string {
  if (executed && error !== 'connection_lost' && error !== 'crash')
    throw new Error(`${caller}: executed goes with error: 'connection_lost' alone.`);
  const matches =
    typeof target === 'string'
      ? { text: target.toLowerCase() }
      : { pattern: target.source, flags: target.flags.replace(/[gy]/g, '') };
  const limit = Math.min(times, Number.MAX_SAFE_INTEGER);
  return JSON.stringify({ error, matches, times: limit, skip, executed });
}
