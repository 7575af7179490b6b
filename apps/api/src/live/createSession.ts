import type { LiveSession, Member } from '@assay/contracts/http';
import { personColours, type PreparedFiles } from '@assay/contracts/live';
import type { Files } from '@assay/contracts/workspace';
import {
  findAttempt,
  findChallenge,
  findJudged,
  insertDocumentUpdates,
  insertLiveParticipant,
  insertLiveSession,
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
  | { kind: 'challenge'; slug: string }
  | { kind: 'submission'; submissionId: string };
type Beginning = {
  files: Files;
  challengeHash: string | null;
  attemptId: string | null;
  submissionId: string | null;
};

export const createSessionRoute = routes.live.createSession
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }): Promise<LiveSession> => {
    const { from, ...session } = input;
    refusePrepared(session.prepared);
    const { beginning } = unwrap(await findBeginning(services, from));
    const id = await createSession(services, { ...session, beginning, member });
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

async function findBeginning(
  { db, challenges }: Services,
  from: From,
): Promise<{ ok: true; beginning: Beginning } | Refusal> {
  const nothing = { challengeHash: null, attemptId: null, submissionId: null };
  switch (from.kind) {
    case 'blank':
      return { ok: true, beginning: { files: blank, ...nothing } };
    case 'challenge': {
      const challengeHash = (await findChallenge(db, from.slug))?.currentHash;
      if (challengeHash === undefined || challengeHash === null) return notFound;
      const { starter } = await challenges.get(challengeHash);
      return { ok: true, beginning: { ...nothing, files: starter, challengeHash } };
    }
    case 'submission': {
      const submission = await findJudged(db, from.submissionId);
      const found = submission && (await findAttempt(db, submission.attemptId));
      if (submission === undefined || found === undefined || found.attempt.erasedAt !== null)
        return notFound;
      if (found.attempt.state === 'running') return stillRunning;
      const { id: submissionId, attemptId, challengeHash, files } = submission;
      return { ok: true, beginning: { files, challengeHash, attemptId, submissionId } };
    }
  }
}

const stillRunning = refusal('STILL_RUNNING', 409, 'The candidate is still working on it.');
