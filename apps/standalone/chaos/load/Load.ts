import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Browser } from '#testing/Browser.ts';
import { inviteCandidate, makeAssessment } from '#testing/hiring.ts';
import { until } from '#testing/until.ts';
import { LoadCandidate } from './LoadCandidate.ts';
import { readReference, slug } from './work.ts';

/** How long everybody may take to be at work again once a fault is mended, ms: twice what queue and sweeps may take. */
const recoversWithinMs = 240_000;

/** Candidates at work at the same time: every other one has the reference, the others have what they began with. */
export class Load {
  readonly candidates: readonly LoadCandidate[];

  private constructor(candidates: readonly LoadCandidate[]) {
    this.candidates = candidates;
  }

  static async start(
    admin: Browser,
    options: { candidates: number; minutes: number; random: () => number },
  ): Promise<Load> {
    const { minutes, random } = options;
    const assessmentId = await makeAssessment(admin, { slug, minutes });
    const reference = await readReference();
    const candidates: LoadCandidate[] = [];
    for (let index = 0; index < options.candidates; index += 1) {
      const { browser, attemptId } = await inviteCandidate(admin, assessmentId);
      const solves = index % 2 === 0;
      const files = `/api/attempts/${attemptId}/workspaces/${slug}`;
      if (solves) await browser.ask(z.unknown(), 'PUT', files, { files: reference });
      const deserved = solves ? 'passed' : 'failed';
      candidates.push(new LoadCandidate({ browser, attemptId, deserved, random }));
    }
    for (const candidate of candidates)
      await until(
        'a page opens',
        () => candidate.page.opened && candidate.page.saveState.kind === 'saved',
      );
    for (const candidate of candidates) candidate.start();
    return new Load(candidates);
  }

  /** Has everybody press a button now. */
  hurry(): void {
    for (const candidate of this.candidates) candidate.hurry();
  }

  /** Has one of those who work leave just when all of theirs is saved; resolves to what brings them back. */
  async leave(random: () => number): Promise<() => Promise<void>> {
    const one = this.candidates[Math.floor(random() * this.candidates.length)];
    await one?.leave();
    return async () => one?.comeBack();
  }

  /**
   * Resolves once as many are at work again, each with a key saved and a verdict that they had not before: to how many
   * of those are missing. What the others wait for is looked at when all come to rest.
   */
  async recover(enough = this.candidates.length): Promise<number> {
    const waiting = new Map(
      this.candidates.map((one) => [one, { keys: one.keys, verdicts: one.verdicts }]),
    );
    const missing = () => waiting.size - (this.candidates.length - enough);
    const deadline = Date.now() + recoversWithinMs;
    while (missing() > 0 && Date.now() < deadline) {
      for (const [one, before] of waiting)
        if (one.keys > before.keys && one.verdicts > before.verdicts) waiting.delete(one);
      await delay(20);
    }
    return Math.max(0, missing());
  }

  /** Resolves to how many people never come to rest, with all saved and judged. */
  async stop(): Promise<number> {
    const stopping = new Set(this.candidates);
    const stopped = Promise.all(
      this.candidates.map(async (one) => {
        await one.stop();
        stopping.delete(one);
      }),
    );
    await Promise.race([stopped, delay(recoversWithinMs, undefined, { ref: false })]);
    for (const one of this.candidates) one.close();
    return stopping.size;
  }
}
