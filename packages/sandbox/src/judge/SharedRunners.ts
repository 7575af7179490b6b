import type { RunnerProcess } from './RunnerProcess.ts';

/** Whether the runner may serve another run after this one. */
type Served = { fit: boolean };
type Turn = { serve(runner: RunnerProcess): Promise<boolean>; fail(error: unknown): void };
type Line = { turns: Turn[]; runners: number };
type Lease = (work: (runner: RunnerProcess) => Promise<void>) => Promise<void>;

/** Runs that one runner serves at most. Counters memory that runs leave behind in it. */
const maxRuns = 30;

/** Runners that serve runs of one kind in a row: what is asked for while one is busy, it does next. */
export class SharedRunners {
  readonly #lines = new Map<string, Line>();
  readonly #runnersPerLine: number;

  constructor(runnersPerLine: number) {
    this.#runnersPerLine = runnersPerLine;
  }

  /**
   * Does `work` on a runner that others with the same `key` use as well, and that `lease` hands out.
   * @throws {Error} when runners do not start on this machine.
   */
  use<T extends Served>(
    key: string,
    lease: Lease,
    work: (runner: RunnerProcess) => Promise<T>,
  ): Promise<T> {
    const line = this.#lines.get(key) ?? { turns: [], runners: 0 };
    this.#lines.set(key, line);
    return new Promise((resolve, reject) => {
      const serve = async (runner: RunnerProcess) => {
        const served = await work(runner);
        resolve(served);
        return served.fit;
      };
      line.turns.push({ serve, fail: reject });
      if (line.runners < this.#runnersPerLine) void this.#serve(key, line, lease);
    });
  }

  async #serve(key: string, line: Line, lease: Lease): Promise<void> {
    line.runners += 1;
    while (line.turns.length > 0) {
      try {
        await lease((runner) => serveLine(line, runner));
      } catch (error) {
        for (const turn of line.turns.splice(0)) turn.fail(error);
      }
    }
    line.runners -= 1;
    if (line.runners === 0) this.#lines.delete(key);
  }
}

/** Gives `runner` one turn after the other, until it is fit for no more. */
async function serveLine({ turns }: Line, runner: RunnerProcess): Promise<void> {
  for (let runs = 0; runs < maxRuns; runs += 1) {
    const turn = turns.shift();
    if (!turn) return;
    try {
      if (!(await turn.serve(runner))) return;
    } catch (error) {
      turn.fail(error);
      return;
    }
  }
}
