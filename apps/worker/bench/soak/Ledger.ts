import { comparableVerdict, type Verdict } from '@assay/contracts/verdict';
import type { Subject } from '../rig/Subject.ts';

type Sent = { subject: Subject; seed: number; honest: boolean };

/** The most problems of one kind that are kept in words. */
const maxWords = 20;

/** What was sent and what came back: each submission has to be judged once, and rightly. */
export class Ledger {
  readonly #waiting = new Map<string, Sent>();
  readonly #judged = new Set<string>();
  /** The first verdict on each honest thing, by subject and seed: all others must be the same. */
  readonly #first = new Map<string, string>();
  /** By status. */
  readonly statuses: Record<string, number> = {};
  doubled = 0;
  unjudged = 0;
  wrongHonest = 0;
  wrongHostile = 0;
  readonly words: string[] = [];

  sent(submissionId: string, sent: Sent): void {
    this.#waiting.set(submissionId, sent);
  }

  get judged(): number {
    return this.#judged.size;
  }

  get waiting(): number {
    return this.#waiting.size;
  }

  received(submissionId: string, verdict: Verdict): void {
    const sent = this.#waiting.get(submissionId);
    if (sent === undefined || this.#judged.has(submissionId)) {
      this.doubled += 1;
      return;
    }
    this.#waiting.delete(submissionId);
    this.#judged.add(submissionId);
    this.statuses[verdict.status] = (this.statuses[verdict.status] ?? 0) + 1;
    this.#check(sent, verdict);
  }

  #check({ subject, seed, honest }: Sent, verdict: Verdict): void {
    const { name, statuses } = subject;
    if (verdict.status === 'sandbox_error') {
      this.unjudged += 1;
      this.#say(`${name}: not judged: ${verdict.message}`);
    } else if (!statuses.includes(verdict.status)) {
      if (honest) this.wrongHonest += 1;
      else this.wrongHostile += 1;
      this.#say(`${name}: ${verdict.status} instead of ${statuses.join(' or ')}`);
    } else if (honest) {
      const key = `${name} ${seed}`;
      const comparable = comparableVerdict(verdict);
      const first = this.#first.get(key) ?? comparable;
      this.#first.set(key, first);
      if (first === comparable) return;
      this.wrongHonest += 1;
      this.#say(`${name}: another verdict than the first one on seed ${seed}`);
    }
  }

  #say(problem: string): void {
    if (this.words.length < maxWords) this.words.push(problem);
  }
}
