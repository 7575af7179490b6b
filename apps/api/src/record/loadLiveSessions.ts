import type { FullAttemptRecord } from '@assay/contracts/http';
import { sharedDocuments } from '@assay/contracts/live';
import {
  type Database,
  listDocumentUpdates,
  listLiveEvents,
  listLiveMessages,
  listLiveParticipants,
  listLiveSessionsOf,
  listWholeLiveRuns,
} from '@assay/db';
import { presentRun } from '#live/runs/presentRun.ts';

/** The live sessions that went on from an attempt, without what is interviewers' own. */
export async function loadLiveSessions(
  db: Database,
  attemptId: string,
): Promise<FullAttemptRecord['liveSessions']> {
  const found: FullAttemptRecord['liveSessions'] = [];
  for (const session of await listLiveSessionsOf(db, attemptId)) {
    const people = await listLiveParticipants(db, session.id);
    const nameOf = new Map(people.map(({ id, name }) => [id, name]));
    const documents: (typeof found)[number]['documents'] = [];
    for (const document of sharedDocuments) {
      const updates = await listDocumentUpdates(db, { sessionId: session.id, document }, 0);
      documents.push({
        name: document,
        updates: updates.map(({ at, author, bytes }) => ({
          at: at.toISOString(),
          author,
          bytes: Buffer.from(bytes).toString('base64'),
        })),
      });
    }
    found.push({
      title: session.title,
      state: session.state,
      minutes: session.minutes,
      ...(session.submissionId && { submissionId: session.submissionId }),
      createdAt: session.createdAt.toISOString(),
      ...(session.startedAt && { startedAt: session.startedAt.toISOString() }),
      ...(session.endedAt && { endedAt: session.endedAt.toISOString() }),
      people: people.map(({ role, name }) => ({ role, name })),
      events: (await listLiveEvents(db, session.id)).map(({ at, kind, participantId, detail }) => {
        const name = participantId === null ? undefined : nameOf.get(participantId);
        return { at: at.toISOString(), kind, ...(name !== undefined && { name }), detail };
      }),
      messages: (await listLiveMessages(db, session.id))
        .reverse()
        .map(({ at, participantId, text }) => ({
          at: at.toISOString(),
          name: nameOf.get(participantId) ?? '',
          text,
        })),
      runs: (await listWholeLiveRuns(db, session.id))
        .filter(({ audience }) => audience === 'everybody')
        .map((run) => ({ name: nameOf.get(run.participantId) ?? '', run: presentRun(run) })),
      documents,
    });
  }
  return found;
}
