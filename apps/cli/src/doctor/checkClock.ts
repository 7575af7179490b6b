import { type Finding, fails, warns, well } from './Finding.ts';

/** From here on, ms, times in the log no longer fit together. */
const noticeableMs = 500;
/** From here on, ms, deadlines end at another moment than candidates see. */
const harmfulMs = 5_000;

/** Whether another machine's clock agrees with ours. `aheadMs` is how far it is ahead. */
export function checkClock(check: string, whose: string, aheadMs: number): Finding {
  const apart = Math.abs(aheadMs);
  const told = `${whose} is ${(apart / 1_000).toFixed(1)} s ${aheadMs > 0 ? 'ahead of' : 'behind'} this machine`;
  const mend = 'Let both machines set their clocks by NTP (timedatectl set-ntp true).';
  if (apart >= harmfulMs) return fails(check, told, mend);
  if (apart >= noticeableMs) return warns(check, told, mend);
  return well(check, `${whose} agrees with this machine`);
}
