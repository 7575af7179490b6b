import type { Chance } from './chance.ts';
import type { Keystrokes } from './planTyping.ts';

/** Nobody types faster than this share of their usual time. */
const fastest = 0.45;

/** Stretches what is typed to so many ms: what is left over is thought, mostly in a few long pauses. */
export function spreadOver(keys: readonly Keystrokes[], ms: number, chance: Chance): Keystrokes[] {
  const typedMs = keys.reduce((sum, { afterMs }) => sum + afterMs, 0);
  const share = Math.max(fastest, Math.min(1, ms / Math.max(1, typedMs)));
  const left = Math.max(0, ms - typedMs * share);
  const weights = keys.map(({ thinks }) => (thinks ? (-Math.log(1 - chance.next())) ** 3 : 0));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return keys.map((key, index) => {
    const thought = whole === 0 ? 0 : (left * (weights[index] ?? 0)) / whole;
    return { ...key, afterMs: key.afterMs * share + thought };
  });
}
