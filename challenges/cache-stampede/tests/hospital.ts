/** A source whose answers take `takesMs`, count up, and can be told to fail. */
export function createHospital(takesMs = 200) {
  let asked = 0;
  const hospital = {
    takesMs,
    failing: false,
    /** What was asked for, in order. */
    loads: [] as string[],
    async load(key: string): Promise<unknown> {
      asked += 1;
      const answer = `${key} ${asked}`;
      const { failing } = hospital;
      hospital.loads.push(key);
      await new Promise((resolve) => setTimeout(resolve, hospital.takesMs));
      if (failing) throw new Error(`no answer for ${answer}`);
      return answer;
    },
  };
  return hospital;
}

/** What became of a promise so far. */
export function watch(promise: Promise<unknown>) {
  const seen: { answer?: unknown; error?: string } = {};
  promise.then(
    (answer) => (seen.answer = answer),
    (error: Error) => (seen.error = error.message),
  );
  return seen;
}

export async function pass(ms: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(ms);
}
