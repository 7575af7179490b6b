/**
 * A verifier process: sends one challenge through the publishing gate, with a judge of its own, and ends. It ends
 * with its parent too. It gives way to the runs of candidates, which share the machine with it.
 */
import { constants, getPriority, setPriority } from 'node:os';
import { readChallenge, verifyChallenge } from '@assay/challenges';
import { createJudge } from '@assay/sandbox';
import type { VerifierMessage, VerifyRequest } from './verifierMessages.ts';

const { PRIORITY_BELOW_NORMAL } = constants.priority;
if (getPriority() < PRIORITY_BELOW_NORMAL) setPriority(PRIORITY_BELOW_NORMAL);
process.once('message', (request: VerifyRequest) => void answer(request));

function say(message: VerifierMessage): Promise<void> {
  return new Promise((resolve) => {
    if (process.connected) process.send?.(message, undefined, undefined, () => resolve());
    else resolve();
  });
}

async function answer(request: VerifyRequest): Promise<void> {
  try {
    await say({ report: await verify(request) });
  } catch (error) {
    await say({ problem: error instanceof Error ? error.message : String(error) });
  }
  process.exit();
}

async function verify({ slug, files, profile }: VerifyRequest) {
  const challenge = readChallenge(slug, files);
  const { postgres } = challenge.manifest;
  const starting = createJudge({
    profile,
    warmRunners: postgres ? 0 : 1,
    postgresRunners: postgres ? 1 : 0,
    concurrency: 1,
  });
  // Runners end with their judge, so it is closed even when nobody listens any more.
  process.once('disconnect', () => {
    void starting.then((judge) => judge.close()).finally(() => process.exit());
  });
  const judge = await starting;
  try {
    return await verifyChallenge(challenge, judge, {
      onRow: (row) => void say({ row }),
      onStep: (step) => void say({ step }),
    });
  } finally {
    await judge.close();
  }
}
