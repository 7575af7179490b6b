/**
 * Whether somebody may see what others graded. Who grades sees it only after submitting their own, so that nobody's
 * judgement sways the next one's.
 */
export function maySeeGrades(viewer: {
  /** Whether a grading of theirs is expected. */
  grades: boolean;
  submitted: boolean;
}): boolean {
  return !viewer.grades || viewer.submitted;
}
