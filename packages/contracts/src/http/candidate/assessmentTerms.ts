import { z } from 'zod';

export const ClockMode = z
  .enum(['total', 'separate'])
  .describe('One clock for all challenges of an assessment, or one for each.');
export type ClockMode = z.infer<typeof ClockMode>;

export const Permission = z.enum(['allowed', 'not_allowed']);
export type Permission = z.infer<typeof Permission>;

export const Policies = z
  .object({
    aiAssistants: Permission,
    documentation: Permission,
    /** Of text that was not copied on the candidate's own page. Where it is not allowed, the editor does not take it. */
    paste: Permission,
  })
  .describe('What an assessment says about help from elsewhere.');
export type Policies = z.infer<typeof Policies>;
