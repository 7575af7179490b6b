import { setTimeout as delay } from 'node:timers/promises';
import { type AssayClient, assayClient } from './assayClient.ts';
import { env } from './env.ts';
import { idOf } from './idOf.ts';
import { listen } from './listen.ts';

/** Where nobody goes on from, as far as Assay is concerned. */
const ends = new Set(['advanced', 'declined', 'withdrawn', 'expired']);

const usage = `Usage: node examples/ats/ats.ts <command>

  assessments                                          what candidates can be invited to
  invite <assessment> <application> <email> <name>     invite, as often as you like: it happens once
  stage <application>                                  where the candidate stands
  follow <application>                                 a line for each new stage, until the last
  report <application>                                 results, scores and decision
  listen                                               a line for each message of a webhook

ASSAY_URL, ASSAY_TOKEN; for listen ASSAY_WEBHOOK_SECRET and PORT.
`;

/** One JSON document a line, as other programs read it. */
const print = (value: unknown): void => {
  process.stdout.write(`${JSON.stringify(value)}\n`);
};

async function follow(assay: AssayClient, application: string): Promise<void> {
  const pauseMs = Number(env('POLL_MS', '60000'));
  for (let last = ''; !ends.has(last);) {
    const { stage, since } = await assay.findCandidate(application);
    if (stage !== last) print({ application, stage, since });
    last = stage;
    if (!ends.has(stage)) await delay(pauseMs);
  }
}

async function report(assay: AssayClient, application: string): Promise<void> {
  const { attemptId, stage } = await assay.findCandidate(application);
  const { candidateName, assessmentTitle, results, grading } = await assay.getAttempt(attemptId);
  print({
    application,
    stage,
    candidateName,
    assessmentTitle,
    results,
    score: grading?.value,
    criteria: grading?.criteria.map(({ challenge, criterion, value }) => ({
      challenge,
      criterion,
      value,
    })),
    decision: grading?.decisions[0],
  });
}

async function run([command, ...rest]: string[]): Promise<void> {
  if (command === 'listen') {
    const secret = env('ASSAY_WEBHOOK_SECRET');
    const port = await listen({ port: Number(env('PORT', '8080')), secret }, print);
    print({ listening: `http://127.0.0.1:${port}` });
    return;
  }
  const assay = assayClient({ url: env('ASSAY_URL'), token: env('ASSAY_TOKEN') });
  if (command === 'assessments') return print(await assay.listAssessments());
  if (command === 'invite' && rest.length >= 4) {
    const [assessmentId = '', externalId = '', candidateEmail = '', ...name] = rest;
    const { link, mailed } = await assay.invite({
      id: idOf(assessmentId, externalId),
      assessmentId,
      externalId,
      candidateEmail,
      candidateName: name.join(' '),
      source: 'job_board',
    });
    return print({ application: externalId, link, mailed });
  }
  const [application] = rest;
  if (application === undefined) throw new Error(usage);
  if (command === 'stage') {
    const { stage, since } = await assay.findCandidate(application);
    return print({ application, stage, since });
  }
  if (command === 'follow') return follow(assay, application);
  if (command === 'report') return report(assay, application);
  throw new Error(usage);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
