import { silenceMs } from '@assay/contracts/clock';
import type { AttemptRecord, FullAttemptRecord } from '@assay/contracts/http';
import {
  countReviews,
  findAttempt,
  findErasure,
  findFeedback,
  findInvitationOf,
  listAttemptEvents,
  listAuditOfAll,
  listCandidateSessions,
  listConnections,
  listMails,
  listMessages,
  listPinnedChallenges,
  listSubmissions,
  listTimeCredits,
  listDocumentUpdates,
} from '@assay/db';
import { describeLog, readLog } from '@assay/workspace';
import type { Services } from '#services.ts';
import { listGaps } from '#clock/listGaps.ts';
import { declarationKey } from '#declarations/declarationKey.ts';
import { loadDeclared } from '#declarations/loadDeclared.ts';
import { presentErasureRequest } from '#erasures/presentErasure.ts';
import { notFound, type Refusal } from '#http/refusal.ts';
import { presentMail } from '#mail/presentMail.ts';
import { presentSubmission } from '#submissions/presentSubmission.ts';
import { loadComparisons } from './loadComparisons.ts';
import { loadLiveSessions } from './loadLiveSessions.ts';
import { buildTimeline } from './buildTimeline.ts';
import { recordedKinds } from './recordedKinds.ts';
import { keptUntil } from './retention.ts';

/** Everything that is kept about an attempt, as its candidate sees it, with all that is behind it. */
export async function loadRecord(
  { db, challenges, now, secret }: Services,
  attemptId: string,
): Promise<{ ok: true; record: FullAttemptRecord } | Refusal> {
  const found = await findAttempt(db, attemptId);
  if (found === undefined) return notFound;
  const { attempt, candidate, assessment } = found;
  const invitation = await findInvitationOf(db, attemptId);
  const sessions = invitation === undefined ? [] : await listCandidateSessions(db, invitation.id);
  const pinned = await listPinnedChallenges(db, attemptId);
  const versions = await Promise.all(pinned.map(({ hash }) => challenges.get(hash)));
  const submissions = await listSubmissions(db, attemptId);
  const at = now();
  const silentSince = new Date(at.getTime() - silenceMs);
  const connections = await listConnections(db, attemptId, silentSince);
  const erasure = await findErasure(db, attemptId);
  const feedback = await findFeedback(db, attemptId);
  const logs = await Promise.all(
    versions.map(async ({ judged: { slug } }) => ({
      challenge: slug,
      updates: await listDocumentUpdates(db, { attemptId, challenge: slug }, 0),
    })),
  );
  const audit = await listAuditOfAll(db, [
    `attempt:${attemptId}`,
    ...(invitation === undefined ? [] : [`invitation:${invitation.id}`]),
  ]);
  return {
    ok: true,
    record: {
      preparedAt: at.toISOString(),
      person: {
        name: candidate.name,
        email: candidate.email,
        since: candidate.createdAt.toISOString(),
      },
      invitation: {
        createdAt: (invitation?.createdAt ?? attempt.createdAt).toISOString(),
        expiresAt: (invitation?.expiresAt ?? attempt.createdAt).toISOString(),
        ...(invitation?.source && { source: invitation.source }),
        ...(invitation?.externalId && { externalId: invitation.externalId }),
        mails: (await listMails(db, attemptId)).map(presentMail),
        sessions: sessions.map((session) => ({
          createdAt: session.createdAt.toISOString(),
          expiresAt: session.expiresAt.toISOString(),
        })),
      },
      attempt: {
        id: attempt.id,
        title: assessment.title,
        organisation: assessment.organisation,
        state: attempt.state,
        createdAt: attempt.createdAt.toISOString(),
        ...(attempt.startedAt && { startedAt: attempt.startedAt.toISOString() }),
        ...(attempt.deadline && { deadline: attempt.deadline.toISOString() }),
        ...(attempt.finishedAt && { finishedAt: attempt.finishedAt.toISOString() }),
        seed: attempt.seed,
        timePercent: attempt.timePercent,
        ...(attempt.withdrawnAt && { withdrawnAt: attempt.withdrawnAt.toISOString() }),
        challenges: versions.map(({ manifest, judged }) => ({
          slug: judged.slug,
          title: manifest.title,
          version: judged.hash,
        })),
      },
      timeline: buildTimeline({
        workspaces: logs.map(({ challenge, updates }) => ({
          challenge,
          steps: describeLog(updates),
        })),
        submissions,
        events: await listAttemptEvents(db, attemptId),
        gaps: listGaps(connections, attempt.finishedAt ?? at),
        credits: await listTimeCredits(db, attemptId),
        messages: await listMessages(db, [attemptId]),
        audit,
      }),
      liveSessions: await loadLiveSessions(db, attemptId),
      declared: await loadDeclared(db, declarationKey(secret, attemptId)),
      comparisons: await loadComparisons(db, attemptId),
      reviews: await countReviews(db, attemptId),
      ...(feedback && { feedbackReleasedAt: feedback.releasedAt.toISOString() }),
      keptUntil: keptUntil(attempt, invitation, assessment.retentionDays).toISOString(),
      ...(erasure && presentErasureRequest(erasure)),
      kinds: recordedKinds.map(({ title, why, onErasure }) => ({ title, why, onErasure })),
      submissions: submissions.map((submission) => ({
        ...presentSubmission(
          submission,
          versions.find(({ judged }) => judged.hash === submission.challengeHash)?.manifest
            .showable ?? [],
        ),
        files: submission.files,
      })),
      ...(feedback && {
        feedback: { message: feedback.message, comments: feedback.comments },
      }),
      workspaces: logs.map(({ challenge, updates }) => ({
        challenge,
        files: readLog(updates.map(({ bytes }) => bytes)),
        updates: updates.map(({ at: updatedAt, author, bytes }) => ({
          at: updatedAt.toISOString(),
          author,
          bytes: Buffer.from(bytes).toString('base64'),
        })),
      })),
      connections: connections.map(({ openedAt, closedAt, closedBy }) => ({
        openedAt: openedAt.toISOString(),
        ...(closedAt && { closedAt: closedAt.toISOString() }),
        ...(closedBy && { closedBy }),
      })),
    },
  };
}

/** The record as a page shows it: without what only a program reads. */
export function summariseRecord(record: FullAttemptRecord): AttemptRecord {
  const { submissions: _, workspaces: __, connections: ___, feedback: ____, ...summary } = record;
  return {
    ...summary,
    liveSessions: record.liveSessions.map(
      ({ documents: _____, runs: ______, ...session }) => session,
    ),
  };
}
