/** Does `work` for each, so many at a time; answers in their order. Rejects with the first failure. */
export async function inParallel<T, R>(
  all: readonly T[],
  together: number,
  work: (one: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all.length) {
      const index = next++;
      const one = all[index];
      if (one !== undefined) results[index] = await work(one);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return results;
}
