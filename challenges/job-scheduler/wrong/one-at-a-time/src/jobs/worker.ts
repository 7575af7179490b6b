import type { Pool } from 'pg';
import { handle } from '../handlers.ts';
import { createDueJobs } from '../schedules/scheduleStore.ts';
import {
  type Claim,
  claimJob,
  failJob,
  finishJob,
  giveUpAbandoned,
  prolongClaim,
  prolongEveryMs,
} from './claims.ts';
import { isWorkDue } from './isWorkDue.ts';

/** How often the database is looked into: somewhat less than the 10 s in which a job has to begin. */
const lookEveryMs = 8_000;
const maxAtOnce = 1;

/** Runs jobs, some at once. Several workers share a database without knowing of each other. */
export class Worker {
  readonly #pool: Pool;
  #running = 0;
  #looking = false;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  start(): void {
    setInterval(() => this.wakeUp(), lookEveryMs);
    this.wakeUp();
  }

  /** Looks for work now. What goes wrong is for the next time: nothing may stop the worker. */
  wakeUp(): void {
    if (this.#looking) return;
    this.#looking = true;
    this.#look()
      .catch((error: unknown) => console.error(error))
      .finally(() => {
        this.#looking = false;
      });
  }

  async #look(): Promise<void> {
    if (!(await isWorkDue(this.#pool))) return;
    await createDueJobs(this.#pool);
    await giveUpAbandoned(this.#pool);
    while (this.#running < maxAtOnce) {
      const claim = await claimJob(this.#pool);
      if (!claim) return;
      this.#running += 1;
      void this.#run(claim)
        .catch((error: unknown) => console.error(error))
        .finally(() => {
          this.#running -= 1;
          this.wakeUp();
        });
    }
  }

  async #run(claim: Claim): Promise<void> {
    const prolonging = setInterval(() => {
      prolongClaim(this.#pool, claim).catch((error: unknown) => console.error(error));
    }, prolongEveryMs);
    try {
      await handle(claim.kind, claim.payload, claim.attempts);
    } catch (error) {
      await failJob(this.#pool, claim, error instanceof Error ? error.message : String(error));
      return;
    } finally {
      clearInterval(prolonging);
    }
    await finishJob(this.#pool, claim);
  }
}
