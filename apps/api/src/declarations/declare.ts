import { type Declaration, type GroupAnswers, GroupQuestionId } from '@assay/contracts/http';
import {
  type DeclarationRecord,
  findAttempt,
  listDeclarations,
  lockAttempt,
  replaceDeclarations,
} from '@assay/db';
import type { Services } from '#services.ts';
import { notFound, type Refusal, refusal, unwrap } from '#http/refusal.ts';
import { asCandidate, routes } from '#http/routes.ts';
import { keptUntil } from '#record/retention.ts';
import { minimum } from '#statistics/minimum.ts';
import { declarationKey } from './declarationKey.ts';

export const getDeclarationRoute = routes.candidate.getDeclaration
  .use(asCandidate)
  .handler(({ context: { services, attemptId } }) => loadDeclaration(services, attemptId));

export const declareRoute = routes.candidate.declare
  .use(asCandidate)
  .handler(async ({ input: { answers }, context: { services, attemptId } }) => {
    const declared = await declare(services, attemptId, answers);
    if (!declared.ok) return unwrap<never>(declared);
    return loadDeclaration(services, attemptId);
  });

async function loadDeclaration(
  { db, secret, groupQuestions }: Services,
  attemptId: string,
): Promise<Declaration> {
  const said = await listDeclarations(db, declarationKey(secret, attemptId));
  const answers = said.map(({ question, answer }) => [question, answer]);
  return {
    // What is not asked any more can still be taken back.
    questions: GroupQuestionId.options.filter(
      (id) => groupQuestions.includes(id) || said.some(({ question }) => question === id),
    ),
    answers: Object.fromEntries(answers) as GroupAnswers,
    needed: minimum.share,
  };
}

/**
 * Keeps what a candidate says of themselves, in the place of what they said before. It leaves no line in the log of
 * actions: that log is staff's to read, and it would tell who said something, and when.
 */
async function declare(
  { db, secret, groupQuestions, now }: Services,
  attemptId: string,
  answers: GroupAnswers,
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx): Promise<{ ok: true } | Refusal> => {
    // An erasure waits for this, or this finds nothing to declare for.
    await lockAttempt(tx, attemptId, 'share');
    const found = await findAttempt(tx, attemptId);
    if (found === undefined || found.attempt.erasedAt !== null) return notFound;
    const { attempt, assessment } = found;
    if (attempt.state !== 'finished' && attempt.state !== 'graded') return notHandedIn;
    const key = declarationKey(secret, attemptId);
    const before = await listDeclarations(tx, key);
    const kept = keptUntil(attempt, undefined, assessment.retentionDays);
    // Long after: it goes with the attempt. This is for what could not be found then.
    const until = monthOf(new Date(kept.getTime() + spareMs));
    const rows: Omit<DeclarationRecord, 'key'>[] = [];
    for (const question of GroupQuestionId.options) {
      const answer = answers[question];
      if (answer === undefined) continue;
      const same = before.find((one) => one.question === question && one.answer === answer);
      if (same === undefined && !groupQuestions.includes(question)) return notAsked;
      rows.push({ question, answer, month: same?.month ?? monthOf(now()), keptUntil: until });
    }
    await replaceDeclarations(tx, key, rows);
    return { ok: true };
  });
}

/** For how long more an answer may stay that its attempt's erasure could not find, ms: 31 days. */
const spareMs = 31 * 24 * 60 * 60_000;

/** The first day of a month, in UTC. */
const monthOf = (at: Date): string => `${at.toISOString().slice(0, 7)}-01`;

const notHandedIn = refusal('NOT_HANDED_IN', 409, 'You are asked once you have handed in.');
const notAsked = refusal('NOT_ASKED', 422, 'This is not asked here.');
