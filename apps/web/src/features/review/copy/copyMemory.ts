import { type DraftMemory, draftMemory } from '#features/author/bench/draftMemory.ts';

/**
 * Keeps the edits to a copy for as long as this tab lives, over reloads, and no longer: they are about somebody's
 * work, and erasing it does not reach a reviewer's disk.
 */
export function copyMemory(submissionId: string): DraftMemory {
  return draftMemory(`copy/${submissionId}`, () => sessionStorage);
}
