import { z } from 'zod';

/** One clock for all challenges of an assessment, or one for each. */
export const ClockMode = z.enum(['total', 'separate']);
export type ClockMode = z.infer<typeof ClockMode>;

export const Permission = z.enum(['allowed', 'not_allowed']);
export type Permission = z.infer<typeof Permission>;

/** What an assessment says about help from elsewhere. */
export const Policies = z.object({
  aiAssistants: Permission,
  documentation: Permission,
  /** Of text that was not copied on the candidate's own page. Where it is not allowed, the editor does not take it. */
  paste: Permission,
});
export type Policies = z.infer<typeof Policies>;
