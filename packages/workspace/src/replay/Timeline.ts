/** A pause longer than this is skipped, ms. */
const idleMs = 3_000;
/** What is left of a skipped pause, ms: enough to see that there was one. */
const restMs = 1_000;

export const replaySpeeds = [0.5, 1, 2, 4, 8, 16, 32] as const;
export type ReplaySpeed = (typeof replaySpeeds)[number];

/** A stretch in which nothing happened, ms since 1970. */
export type Pause = { fromMs: number; toMs: number };

/**
 * The time of a recording, with and without its pauses: what is played runs from 0, what happened has dates.
 * Both directions are exact inverses of each other outside of pauses.
 */
export class Timeline {
  readonly startMs: number;
  readonly endMs: number;
  readonly pauses: readonly Pause[];

  /** Of the moments at which something happened, ms since 1970, in any order. */
  constructor(moments: readonly number[], { skipIdle }: { skipIdle: boolean }) {
    const sorted = moments.toSorted((a, b) => a - b);
    this.startMs = sorted[0] ?? 0;
    this.endMs = sorted.at(-1) ?? 0;
    this.pauses = skipIdle ? findPauses(sorted) : [];
  }

  /** How long it takes to play, at the speed at which it happened, ms. */
  get lengthMs(): number {
    return this.playedAt(this.endMs);
  }

  /** What has been played when it is `atMs` in the recording, ms from its start. */
  playedAt(atMs: number): number {
    const clamped = Math.min(Math.max(atMs, this.startMs), this.endMs);
    const skipped = this.pauses.reduce((sum, { fromMs, toMs }) => {
      if (clamped <= fromMs) return sum;
      // Inside a pause, time runs as much faster as it takes to leave `restMs` of it.
      const share = (Math.min(clamped, toMs) - fromMs) / (toMs - fromMs);
      return sum + share * (toMs - fromMs - restMs);
    }, 0);
    return clamped - this.startMs - skipped;
  }

  /** When it is in the recording, after `playedMs` have been played, ms since 1970. */
  momentAt(playedMs: number): number {
    let left = Math.max(0, playedMs);
    let atMs = this.startMs;
    for (const { fromMs, toMs } of this.pauses) {
      const before = fromMs - atMs;
      if (left <= before) return atMs + left;
      left -= before;
      if (left <= restMs) return fromMs + (left / restMs) * (toMs - fromMs);
      left -= restMs;
      atMs = toMs;
    }
    return Math.min(atMs + left, this.endMs);
  }

  /**
   * What happens next while it is played: the moments after `fromMs`, each with how long to wait for it from now, ms.
   */
  *schedule(
    moments: readonly number[],
    fromMs: number,
    speed: ReplaySpeed,
  ): Generator<{ atMs: number; inMs: number }> {
    const playedMs = this.playedAt(fromMs);
    for (const atMs of moments) {
      if (atMs > fromMs) yield { atMs, inMs: (this.playedAt(atMs) - playedMs) / speed };
    }
  }
}

function findPauses(sorted: readonly number[]): Pause[] {
  return sorted.flatMap((toMs, index) => {
    const fromMs = sorted[index - 1] ?? toMs;
    return toMs - fromMs > idleMs ? [{ fromMs, toMs }] : [];
  });
}
