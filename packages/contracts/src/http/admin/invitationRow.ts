import { z } from 'zod';
import { AttemptState } from '#http/candidate/candidateAttempt.ts';
import { CandidateSource, ExternalId } from './invitee.ts';

export const InvitationRow = z.object({
  id: z.uuid(),
  attemptId: z.uuid().describe('What reviews and results are found by.'),
  candidateName: z.string(),
  candidateEmail: z.email(),
  assessmentTitle: z.string(),
  source: CandidateSource.optional().describe('Absent when nobody said.'),
  externalId: ExternalId.optional().describe(
    'What another system calls this candidacy; absent when none has said.',
  ),
  state: z.enum(['open', 'expired', 'revoked']).describe('Of the link.'),
  attemptState: AttemptState,
  timePercent: z.int().describe("The candidate's share of the assessment's time, percent."),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
});
export type InvitationRow = z.infer<typeof InvitationRow>;
