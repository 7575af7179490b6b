import type { LiveRole } from '@assay/contracts/live';
import { modKey } from '#app/modKey.ts';
import type { KeyGroup } from '#panes/KeyGroups.tsx';

/** What keys do in a session alone. */
export function padKeys(role: LiveRole): KeyGroup {
  const run = { keys: [modKey, 'Enter'], does: 'Run the tests, for all to see' };
  const hidden = { keys: [modKey, 'Shift', 'Enter'], does: 'Run the hidden tests, unseen' };
  const test = { keys: ['Alt', 'T'], does: 'Add a test that runs with the others' };
  const following = { keys: ['Any key'], does: 'In the editor: stop following' };
  const prepared = { keys: ['Alt', '1 … 9'], does: 'Add the prepared files of that number' };
  const strong = { keys: ['Alt', 'Shift', '1 … 9'], does: 'Strong signal for that criterion' };
  const weak = { keys: ['Ctrl', 'Shift', '1 … 9'], does: 'Weak signal for that criterion' };
  const section = { keys: ['Alt', 'Shift', 'N'], does: 'Next section of the plan' };
  const lead = [hidden, prepared, strong, weak, section];
  const keys: Record<LiveRole, KeyGroup['keys']> = {
    interviewer: [run, test, ...lead, following],
    candidate: [run, test, following],
    observer: [following],
  };
  return { title: 'Together', keys: keys[role] };
}
