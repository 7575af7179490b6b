import { parentPort } from 'node:worker_threads';
import { fingerprint } from '#fingerprint/fingerprint.ts';
import { markShared } from '#marking/markShared.ts';
import type { Answer, Question } from './SimilarityReader.ts';

/** Runs in a thread of its own: what it reads was written by candidates, and may be slow or deep. */
parentPort?.on('message', (question: Question) => {
  const answer: Answer =
    question.kind === 'fingerprint'
      ? { kind: 'fingerprint', fingerprint: fingerprint(question.work, question.given) }
      : { kind: 'mark', parts: markShared(question, question.common) };
  parentPort?.postMessage(answer);
});
