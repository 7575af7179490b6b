import { type Language, languageChoices, languageOf, worksIn } from '@assay/contracts/challenge';
import type { Files } from '@assay/contracts/workspace';
import {
  findLastHidden,
  findPinnedChallenge,
  listDocumentUpdates,
  lockAttempt,
  recordAudit,
  updatePinnedChallenge,
} from '@assay/db';
import { readLogWhile } from '@assay/workspace';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal } from '#http/refusal.ts';
import { replaceFiles } from '#workspaces/replaceFiles.ts';
import { workspaceKey } from '#workspaces/workspaceLog.ts';
import { findClockRefusal } from './attemptClock.ts';

type Choice = { attemptId: string; challenge: string; language: Language };

/**
 * Chooses what a challenge is solved in. Before the start it is what the workspace begins with. Afterwards, until the
 * first submission, the files give way to the starter of the other language, or to what was last written in it: the
 * workspace's log has both.
 */
export async function chooseLanguage(
  services: Services,
  { language, ...workspace }: Choice,
): Promise<{ ok: true } | Refusal> {
  const { db, challenges, now } = services;
  const pinned = await findPinnedChallenge(db, workspace);
  if (pinned === undefined) return notFound;
  const version = await challenges.get(pinned.hash);
  if (!languageChoices(version).some((choice) => choice.language === language)) return notOffered;
  const chosen = await db.transaction(
    async (tx): Promise<{ ok: true; begun: boolean } | Refusal> => {
      // A start waits for the choice, and the choice for what is being typed.
      const attempt = await lockAttempt(tx, workspace.attemptId, 'update');
      const clock = await findPinnedChallenge(tx, workspace);
      if (attempt === undefined || clock === undefined) return notFound;
      const begun = attempt.state !== 'invited';
      const refused = begun ? findClockRefusal(attempt, clock, now()) : undefined;
      if (refused !== undefined) return refused;
      if (await findLastHidden(tx, workspace.attemptId, workspace.challenge)) return settled;
      await updatePinnedChallenge(
        tx,
        { attemptId: workspace.attemptId, slug: workspace.challenge },
        { language },
      );
      await recordAudit(tx, {
        at: now(),
        actor: `candidate:${workspace.attemptId}`,
        action: 'challenge.language_chosen',
        subject: `attempt:${workspace.attemptId}`,
        detail: { challenge: workspace.challenge, language },
      });
      return { ok: true, begun };
    },
  );
  if (!chosen.ok || !chosen.begun) return chosen;
  const isIn = (files: Files, wanted: Language) => languageOf(files, version.judged) === wanted;
  const present = await services.rooms.room(workspaceKey(workspace)).files();
  if (isIn(present, language)) return { ok: true };
  const updates = await listDocumentUpdates(db, workspace, 0);
  const former = readLogWhile(
    updates.map(({ bytes }) => bytes),
    (paths) => isIn(Object.fromEntries([...paths].map((path) => [path, ''])), language),
  );
  return replaceFiles(services, workspace, former ?? worksIn(version, language).starter, 'server');
}

const notOffered = refusal(
  'LANGUAGE_NOT_OFFERED',
  422,
  'This challenge cannot be solved in that language.',
);
const settled = refusal(
  'LANGUAGE_SETTLED',
  409,
  'You have submitted this challenge, so its language stays. Your files are as they were.',
);
