import { type JudgePhase, judgePhases, type JudgeWatcher } from './Judge.ts';

/** Measures the phases of one run, each once: one that comes again is that of another attempt. */
export class Phases {
  readonly #report: JudgeWatcher['onPhase'];
  #since = performance.now();
  #next = 0;

  constructor(report: JudgeWatcher['onPhase']) {
    this.#report = report;
  }

  end(phase: JudgePhase): void {
    const at = judgePhases.indexOf(phase);
    if (at < this.#next) return;
    const now = performance.now();
    this.#report?.(phase, now - this.#since);
    this.#since = now;
    this.#next = at + 1;
  }
}
