import { type Language, worksIn } from '@assay/contracts/challenge';
import type { LiveSession, Member } from '@assay/contracts/http';
import { type InterviewPlan, personColours, type PreparedFiles } from '@assay/contracts/live';
import type { Files } from '@assay/contracts/workspace';
import {
  findAssessment,
  findAttempt,
  findChallenge,
  findJudged,
  insertDocumentUpdates,
  insertLiveParticipant,
  insertLiveSession,
  listAssessmentChallenges,
  recordAudit,
} from '@assay/db';
import { encodeWorkspace } from '@assay/workspace';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { findFilesRefusal } from '#workspaces/findFilesRefusal.ts';
import { loadSession } from './changeSession.ts';

type From =
  | { kind: 'blank' }
  | { kind: 'challenge'; slug: string; language?: Language | undefined }
  | { kind: 'assessment'; assessmentId: string; slug: string; language?: Language | undefined }
  | { kind: 'submission'; submissionId: string };
type Beginning = {
  files: Files;
  challengeHash: string | null;
  assessmentId: string | null;
  attemptId: string | null;
  submissionId: string | null;
};
type Found = {
  ok: true;
  beginning: Beginning;
  /** The plan of the template. */
  plan?: InterviewPlan;
};

export const createSessionRoute = routes.live.createSession
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }): Promise<LiveSession> => {
    const { from, ...session } = input;
    refusePrepared(session.prepared);
    const { beginning, plan } = unwrap(await findBeginning(services, from));
    const own = session.plan.sections.length > 0 ? session.plan : plan;
    const planned = { ...session, plan: own ?? session.plan };
    const id = await createSession(services, { ...planned, beginning, member });
    return loadSession(services, id, member);
  });

/** Refuses prepared files that no workspace could hold. */
export function refusePrepared(prepared: PreparedFiles[]): void {
  for (const { files } of prepared) {
    const refused = findFilesRefusal(files);
    if (refused !== undefined) unwrap(refused);
  }
}

async function createSession(
  { db, now }: Services,
  input: Pick<LiveSession, 'title' | 'minutes' | 'plan' | 'prepared'> & {
    beginning: Beginning;
    member: Member;
  },
): Promise<string> {
  const { beginning, member, ...session } = input;
  const { files, ...origin } = beginning;
  const bytes = encodeWorkspace(files);
  const at = now();
  return db.transaction(async (tx) => {
    const sessionId = await insertLiveSession(tx, {
      ...session,
      ...origin,
      createdBy: member.id,
      createdAt: at,
    });
    await insertLiveParticipant(tx, {
      sessionId,
      role: 'interviewer',
      name: member.name,
      colour: personColours[0],
      memberId: member.id,
      tokenHash: null,
      createdAt: at,
      admittedAt: at,
    });
    await insertDocumentUpdates(tx, { sessionId, document: 'code' }, [
      { at, author: 'server', bytes },
    ]);
    await recordAudit(tx, {
      at,
      actor: `staff:${member.id}`,
      action: 'live.created',
      subject: `live:${sessionId}`,
      detail: origin,
    });
    return sessionId;
  });
}

const blank: Files = { 'src/index.ts': '' };

async function findBeginning({ db, challenges }: Services, from: From): Promise<Found | Refusal> {
  const nothing = { challengeHash: null, assessmentId: null, attemptId: null, submissionId: null };
  switch (from.kind) {
    case 'blank':
      return { ok: true, beginning: { files: blank, ...nothing } };
    case 'challenge': {
      const challengeHash = (await findChallenge(db, from.slug))?.currentHash;
      if (challengeHash === undefined || challengeHash === null) return notFound;
      const version = await challenges.get(challengeHash);
      const { starter } = worksIn(version, from.language ?? 'typescript');
      return { ok: true, beginning: { ...nothing, files: starter, challengeHash } };
    }
    case 'assessment': {
      const { assessmentId, slug, language = 'typescript' } = from;
      const template = await findAssessment(db, assessmentId);
      const asked = await listAssessmentChallenges(db, assessmentId);
      const challenge = asked.find((one) => one.slug === slug);
      if (template === undefined || challenge === undefined) return notFound;
      const version = await challenges.get(challenge.hash);
      const { starter } = worksIn(version, language);
      const origin = { assessmentId, challengeHash: challenge.hash };
      return {
        ok: true,
        beginning: { ...nothing, ...origin, files: starter },
        plan: template.interview,
      };
    }
    case 'submission': {
      const submission = await findJudged(db, from.submissionId);
      const found = submission && (await findAttempt(db, submission.attemptId));
      if (submission === undefined || found === undefined || found.attempt.erasedAt !== null)
        return notFound;
      if (found.attempt.state === 'running') return stillRunning;
      const { id: submissionId, attemptId, challengeHash, files } = submission;
      const { id: assessmentId, interview: plan } = found.assessment;
      const beginning = { files, challengeHash, assessmentId, attemptId, submissionId };
      return { ok: true, beginning, plan };
    }
  }
}

const stillRunning = refusal('STILL_RUNNING', 409, 'The candidate is still working on it.');
