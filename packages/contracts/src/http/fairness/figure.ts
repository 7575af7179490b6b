import { z } from 'zod';

export const Estimate = z
  .object({
    value: z.number(),
    low: z.number().optional().describe('Both absent where such an interval cannot be computed.'),
    high: z.number().optional(),
  })
  .describe(
    'What was measured, and between which two figures the true one lies with 95 % confidence.',
  );
export type Estimate = z.infer<typeof Estimate>;

export const Figure = z
  .object({
    n: z.int(),
    needed: z.int(),
    estimate: Estimate.optional(),
  })
  .describe(
    'A figure with how many it is of. With fewer than are needed there is no estimate; with enough there is none only where all of them are the same, so that nothing can be compared.',
  );
export type Figure = z.infer<typeof Figure>;
