const locks = new Map<string, Promise<unknown>>();

/** Runs one piece of work for a name at a time, in the order in which they came. */
export function locked<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  const before = locks.get(name) ?? Promise.resolve();
  const result = before.then(work, work);
  locks.set(name, result);
  return result;
}
