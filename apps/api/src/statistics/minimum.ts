/**
 * From how many on a figure is shown. Below, one person more or less changes it so much that it says nothing of
 * the thing that is measured, and it may say something of that one person.
 */
export const minimum = {
  /** Works, for shares and times. */
  share: 10,
  /** Works, for correlations and agreement, which need more of them than shares to say anything. */
  relation: 20,
} as const;
