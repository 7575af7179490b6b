import { z } from 'zod';

/** What was measured, and between which two figures the true one lies with 95 % confidence. */
export const Estimate = z.object({
  value: z.number(),
  /** Both absent where such an interval cannot be computed. */
  low: z.number().optional(),
  high: z.number().optional(),
});
export type Estimate = z.infer<typeof Estimate>;

/**
 * A figure with how many it is of. With fewer than are needed there is no estimate; with enough there is none only
 * where all of them are the same, so that nothing can be compared.
 */
export const Figure = z.object({
  n: z.int(),
  needed: z.int(),
  estimate: Estimate.optional(),
});
export type Figure = z.infer<typeof Figure>;
