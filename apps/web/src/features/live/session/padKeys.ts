import type { LiveRole } from '@assay/contracts/live';
import type { KeyGroup } from '#features/attempt/workbench/KeyHelp.tsx';

/** What keys do in a session alone. */
export function padKeys(role: LiveRole): KeyGroup {
  const following = { keys: ['Any key'], does: 'In the editor: stop following' };
  const prepared = { keys: ['Alt', '1 … 9'], does: 'Add the prepared files of that number' };
  const strong = { keys: ['Alt', 'Shift', '1 … 9'], does: 'Strong signal for that criterion' };
  const weak = { keys: ['Ctrl', 'Shift', '1 … 9'], does: 'Weak signal for that criterion' };
  const section = { keys: ['Alt', 'Shift', 'N'], does: 'Next section of the plan' };
  return {
    title: 'Together',
    keys: role === 'interviewer' ? [prepared, strong, weak, section, following] : [following],
  };
}
