/**
 * The probability that somebody has to wait in M/M/c, `offered` being arrivals a second times the mean service in s
 * (Erlang C: A. K. Erlang, 1917; here by the recursion of Erlang B, as in L. Kleinrock, Queueing Systems I, 1975).
 */
export function erlangC(servers: number, offered: number): number {
  let blocked = 1;
  for (let server = 1; server <= servers; server += 1)
    blocked = (offered * blocked) / (server + offered * blocked);
  const used = offered / servers;
  return used >= 1 ? 1 : blocked / (1 - used * (1 - blocked));
}

/** The mean wait in M/M/c, ms; without end where there is too little. */
export function meanWaitMMc(servers: number, perSecond: number, serviceMs: number): number {
  const offered = (perSecond * serviceMs) / 1_000;
  return offered >= servers
    ? Infinity
    : (erlangC(servers, offered) * serviceMs) / (servers - offered);
}

/** The share that waits for longer than `ms` in M/M/c. */
export function shareWaitingLonger(
  servers: number,
  { perSecond, serviceMs }: { perSecond: number; serviceMs: number },
  ms: number,
): number {
  const offered = (perSecond * serviceMs) / 1_000;
  return erlangC(servers, offered) * Math.exp((-(servers - offered) * ms) / serviceMs);
}

/** The mean wait in M/D/1, ms (Pollaczek and Khinchine, 1930 and 1932): half that of M/M/1. */
export function meanWaitMD1(perSecond: number, serviceMs: number): number {
  const used = (perSecond * serviceMs) / 1_000;
  return used >= 1 ? Infinity : (used * serviceMs) / (2 * (1 - used));
}

/** The mean time in M/M/1 that shares its processor among all that are there, ms (Kleinrock, 1967). */
export function meanResponseShared(perSecond: number, serviceMs: number): number {
  const used = (perSecond * serviceMs) / 1_000;
  return used >= 1 ? Infinity : serviceMs / (1 - used);
}
