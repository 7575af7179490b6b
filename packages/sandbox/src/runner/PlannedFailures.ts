/** What a test asked to fail: texts with `text` in them (whatever their case), or that a pattern matches. */
export type Matches = { text: string } | { pattern: string; flags: string };

type Planned<Failure> = {
  failure: Failure;
  matches(text: string): boolean;
  skip: number;
  left: number;
  failed: number;
};

/** The failures of statements or commands that the running test has asked for. */
export class PlannedFailures<Failure> {
  #planned: Planned<Failure>[] = [];

  /** Plans that `times` of what matches fails, after `skip` that do not; gives the plan's id. */
  add(
    failure: Failure,
    matches: Matches,
    { times, skip }: { times: number; skip: number },
  ): number {
    const planned = { failure, matches: matcherOf(matches), skip, left: times, failed: 0 };
    return this.#planned.push(planned) - 1;
  }

  /** How many the failure `id` has met. */
  failed(id: number): number {
    return this.#planned[id]?.failed ?? 0;
  }

  /** The failure that this text meets, if it meets one. */
  take(text: string): Failure | undefined {
    for (const planned of this.#planned) {
      if (planned.left <= 0 || !planned.matches(text)) continue;
      if (planned.skip > 0) planned.skip -= 1;
      else {
        planned.left -= 1;
        planned.failed += 1;
        return planned.failure;
      }
    }
    return undefined;
  }

  clear(): void {
    this.#planned = [];
  }
}

function matcherOf(matches: Matches): (text: string) => boolean {
  if ('text' in matches) return (text) => text.toLowerCase().includes(matches.text);
  const pattern = new RegExp(matches.pattern, matches.flags);
  return (text) => pattern.test(text);
}
