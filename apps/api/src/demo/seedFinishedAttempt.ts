import type { Files } from '@assay/contracts/workspace';
import { findInvitationByTokenHash, listPinnedChallenges } from '@assay/db';
import { WorkspaceRooms } from '@assay/workspace';
import type { Services } from '#services.ts';
import { finishAttempt } from '#attempts/finishAttempt.ts';
import { startAttempt } from '#attempts/startAttempt.ts';
import { unwrap } from '#http/refusal.ts';
import { invite } from '#invitations/invite.ts';
import { hashToken } from '#sessions/secretToken.ts';
import { submit } from '#submissions/submit.ts';
import { workspaceLog } from '#workspaces/workspaceLog.ts';
import { replaceWorkspace } from '#workspaces/workspaceRoutes.ts';
import { demoAssessment, demoFinisher } from './demoContent.ts';
import type { DemoChallenge } from './seedDemo.ts';

const minuteMs = 60_000;

/**
 * Plays an attempt that began fifty minutes ago and was handed in five minutes ago, by the actions that a real
 * candidate would cause, under a clock of that time: a first try that the hidden tests catch, then the reference
 * for all challenges but the last.
 */
export async function seedFinishedAttempt(
  services: Services,
  { token, challenges }: { token: string; challenges: DemoChallenge[] },
): Promise<void> {
  const { db } = services;
  if ((await findInvitationByTokenHash(db, hashToken(token))) !== undefined) return;
  const today = services.now().getTime();
  let time = new Date(today - 50 * minuteMs);
  const now = (): Date => time;
  const passes = (minutes: number): void => {
    time = new Date(time.getTime() + minutes * minuteMs);
  };
  const rooms = new WorkspaceRooms((key) => workspaceLog({ ...services, now }, key), { now });
  const past: Services = { ...services, rooms, now };
  try {
    const { invitation } = unwrap(
      await invite(past, {
        ...demoFinisher,
        assessmentId: demoAssessment.id,
        expiresInDays: 14,
        token,
        actor: 'system',
      }),
    );
    const { attemptId } = invitation;
    unwrap(await startAttempt(past, attemptId));
    const pinned = await listPinnedChallenges(db, attemptId);
    for (const [index, { slug, hash }] of pinned.entries()) {
      const content = await services.challenges.get(hash);
      const write = async (files: Files): Promise<void> => {
        unwrap(
          await replaceWorkspace(past, {
            attemptId,
            challenge: slug,
            files: { ...content.starter, ...files },
          }),
        );
      };
      passes(5);
      const [wrong] = Object.values(
        challenges.find(({ judged }) => judged.hash === hash)?.wrong ?? {},
      );
      if (wrong !== undefined) {
        await write(wrong.files);
        passes(4);
        unwrap(await submit(past, { attemptId, challenge: slug, suite: 'hidden' }));
      }
      passes(5);
      if (index < pinned.length - 1 || pinned.length === 1) await write(content.solution);
    }
    time = new Date(today - 5 * minuteMs);
    unwrap(await finishAttempt(past, attemptId));
  } finally {
    rooms.close();
  }
}
