import { AssessmentTemplate, InvitationRow, Member, type StaffRole } from '@assay/contracts/http';
import { z } from 'zod';
import { Browser } from './Browser.ts';

const Invited = z.object({ invitation: InvitationRow, link: z.url() });
const Added = z.object({ member: Member, link: z.url() });

/** A new assessment of one challenge under one clock of `minutes`, whose attempts one person reviews; its id. */
export async function makeAssessment(
  admin: Browser,
  { slug, minutes }: { slug: string; minutes: number },
): Promise<string> {
  const made = await admin.ask(AssessmentTemplate, 'POST', '/api/assessments', {
    title: 'Backend engineer',
    organisation: 'Northwind',
    clockMode: 'total',
    minutes,
    policies: { aiAssistants: 'allowed', documentation: 'allowed', paste: 'allowed' },
    rules: [],
    recorded: [],
    feedback: { behaviours: true, comments: true, writeUp: false },
    review: { reviewers: 1, furtherAt: 2 },
    retentionDays: 30,
    interview: { sections: [] },
    challenges: [{ slug }],
  });
  return made.id;
}

/** A candidate who has opened the link and whose clock runs. */
export async function inviteCandidate(
  admin: Browser,
  assessmentId: string,
): Promise<{ browser: Browser; attemptId: string }> {
  const { invitation, link } = await admin.ask(Invited, 'POST', '/api/invitations', {
    assessmentId,
    candidateName: 'Noor Haddad',
    candidateEmail: `${crypto.randomUUID()}@candidate.test`,
  });
  const browser = new Browser(admin.url);
  const { attemptId } = invitation;
  const token = link.split('/').at(-1);
  await browser.ask(z.unknown(), 'POST', '/api/candidate/session', { token });
  await browser.ask(z.unknown(), 'POST', `/api/attempts/${attemptId}/start`, {});
  return { browser, attemptId };
}

/** A further member of staff who has signed in. */
export async function addMember(admin: Browser, role: StaffRole): Promise<Browser> {
  const email = `${role}-${crypto.randomUUID()}@assay.test`;
  const added = await admin.ask(Added, 'POST', '/api/members', {
    name: `The ${role}`,
    email,
    role,
  });
  return Browser.signIn(admin.url, added.link);
}
