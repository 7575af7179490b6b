import type { Conversation, Message } from '@assay/contracts/http';
import {
  countUnanswered,
  findAttempt,
  insertMessage,
  listConversations,
  listMessages,
  type MessageRecord,
  recordAudit,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, asStaff, routes } from '#http/routes.ts';

const pageSize = 25;

export const listMessagesRoute = routes.candidate.listMessages
  .use(asCandidate)
  .handler(async ({ context: { services, attemptId } }) =>
    (await listMessages(services.db, [attemptId])).map(presentMessage),
  );

export const askRoute = routes.candidate.ask
  .use(asCandidate)
  .handler(async ({ input: { text }, context: { services, attemptId } }) => {
    return unwrap(await write(services, { attemptId, text, memberId: null })).message;
  });

export const answerRoute = routes.admin.answer
  .use(asStaff)
  .handler(async ({ input: { attemptId, text }, context: { services, member } }) => {
    return unwrap(await write(services, { attemptId, text, memberId: member.id })).message;
  });

export const listConversationsRoute = routes.admin.listConversations.handler(
  async ({ input: { page }, context: { services } }) => {
    const { db } = services;
    const { rows, total } = await listConversations(db, page, pageSize);
    const ids = rows.map(({ attemptId }) => attemptId);
    const written = Map.groupBy(await listMessages(db, ids), ({ attemptId }) => attemptId);
    return {
      rows: rows.map(({ state, ...row }): Conversation => ({
        ...row,
        attemptState: state,
        messages: (written.get(row.attemptId) ?? []).map(presentMessage),
      })),
      total,
      page,
      pageSize,
      waiting: await countUnanswered(db),
    };
  },
);

/** Keeps a question or an answer and tells those whom it concerns. The audit log has that it was written, not what. */
async function write(
  { db, announce, now }: Services,
  { attemptId, text, memberId }: { attemptId: string; text: string; memberId: string | null },
): Promise<{ ok: true; message: Message } | Refusal> {
  const at = now();
  const written = await db.transaction(async (tx) => {
    if ((await findAttempt(tx, attemptId)) === undefined) return undefined;
    const id = await insertMessage(tx, { attemptId, memberId, text, createdAt: at });
    await recordAudit(tx, {
      at,
      actor: memberId === null ? `candidate:${attemptId}` : `staff:${memberId}`,
      action: memberId === null ? 'question.asked' : 'question.answered',
      subject: `attempt:${attemptId}`,
      detail: { message: id },
    });
    return (await listMessages(tx, [attemptId])).find((message) => message.id === id);
  });
  if (written === undefined) return notFound;
  announce.messageWritten(attemptId);
  return { ok: true, message: presentMessage(written) };
}

function presentMessage({ id, memberName, text, createdAt }: MessageRecord): Message {
  return {
    id,
    ...(memberName !== null && { from: memberName }),
    text,
    at: createdAt.toISOString(),
  };
}
