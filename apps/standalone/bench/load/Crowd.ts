import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Wanted, Worked } from './crowdMessages.ts';
import type { LoadCandidate, LoadSession } from './preparePeople.ts';

/** Pages in one process, at most: it must not be what is measured. */
const activePages = 250;
const idlePages = 2_500;

/** All people of a load, in processes of their own. */
export class Crowd {
  readonly #processes: ChildProcess[] = [];

  /** Opens pages of candidates; `idle` ones only stay connected. */
  async connect(candidates: readonly LoadCandidate[], { idle }: { idle: boolean }): Promise<void> {
    await this.#share(candidates, idle ? idlePages : activePages, (some) => ({
      do: 'connect',
      candidates: some,
    }));
  }

  async join(sessions: readonly LoadSession[]): Promise<void> {
    await this.#share(sessions, activePages / 2, (some) => ({ do: 'join', sessions: some }));
  }

  work(wanted: Omit<Extract<Wanted, { do: 'work' }>, 'do'>): Promise<Worked[]> {
    return Promise.all(
      this.#processes.map((child, index) =>
        ask<Worked>(child, { do: 'work', ...wanted, seed: wanted.seed + index * 10_000 }),
      ),
    );
  }

  get processes(): number {
    return this.#processes.length;
  }

  /** Ends the processes, and with them the connections of their pages. */
  async close(): Promise<void> {
    for (const child of this.#processes.splice(0)) {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    }
  }

  async #share<T>(all: readonly T[], size: number, message: (some: T[]) => Wanted): Promise<void> {
    for (let from = 0; from < all.length; from += size) {
      const child = fork(join(import.meta.dirname, 'crowdProcess.ts'), {
        serialization: 'advanced',
      });
      this.#processes.push(child);
      await ask(child, message(all.slice(from, from + size)));
    }
  }
}

async function ask<T>(child: ChildProcess, wanted: Wanted): Promise<T> {
  const answered = once(child, 'message');
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of people ended with ${String(code)}.`);
  });
  child.send(wanted);
  const [{ answer, error }] = (await Promise.race([answered, ended])) as [
    { answer?: T; error?: string },
  ];
  if (error !== undefined) throw new Error(error);
  return answer as T;
}
