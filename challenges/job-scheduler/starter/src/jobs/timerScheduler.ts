import { handle, type Kind, type Payload } from '../handlers.ts';

type Job = {
  id: number;
  kind: Kind;
  payload: Payload;
  status: 'waiting' | 'running' | 'done' | 'failed';
  runAt: string;
  attempts: number;
  lastError: string | null;
};

/** Jobs as they are kept today: in timers. */
export class TimerScheduler {
  readonly #jobs: Job[] = [];

  add(given: Pick<Job, 'kind' | 'payload'> & { runAt?: string }): Job {
    const job: Job = {
      id: this.#jobs.length + 1,
      kind: given.kind,
      payload: given.payload,
      status: 'waiting',
      runAt: given.runAt ?? new Date().toISOString(),
      attempts: 0,
      lastError: null,
    };
    this.#jobs.push(job);
    setTimeout(() => void this.#run(job), Date.parse(job.runAt) - Date.now());
    return job;
  }

  find(id: number): Job | undefined {
    return this.#jobs[id - 1];
  }

  async #run(job: Job): Promise<void> {
    job.status = 'running';
    job.attempts += 1;
    try {
      await handle(job.kind, job.payload, job.attempts);
      job.status = 'done';
    } catch (error) {
      job.lastError = String(error);
      job.status = 'failed';
    }
  }
}
