/**
 * Preloaded into a process whose wall clock is to jump: SIGUSR2 puts it an hour ahead, and another one back. Time that
 * only goes on (`performance.now()`, timers) is left alone, as it is when the clock of a machine is set.
 */
const hourMs = 3_600_000;
const RealDate = Date;
let offsetMs = 0;

class ShiftedDate extends RealDate {
  constructor(...args: [] | [value: string | number | Date]) {
    if (args.length === 0) super(RealDate.now() + offsetMs);
    // With more than a value there are parts of a date, which the real one reads.
    else super(...(args as [number]));
  }

  static override now(): number {
    return RealDate.now() + offsetMs;
  }
}

globalThis.Date = ShiftedDate as DateConstructor;
process.on('SIGUSR2', () => {
  offsetMs = offsetMs === 0 ? hourMs : 0;
});
