import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packFiles } from '@assay/challenges';
import { CandidateSubmission } from '@assay/contracts/http';
import type { Verdict } from '@assay/contracts/verdict';
import { z } from 'zod';
import { doubling, doublingFiles } from '#testing/authoredChallenge.ts';
import { connectSocket } from '#testing/connectSocket.ts';
import { invite, signIn } from '#testing/people.ts';
import { canaries, sampleChallenge } from '#testing/sampleChallenge.ts';
import { base, sampleTests, sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';
import { waitFor } from '#testing/waitFor.ts';

let api: TestApi;
beforeAll(async () => {
  const challenges = [sampleChallenge('sample'), sampleChallenge('other'), doubling()];
  api = await startTestApi({ challenges });
});
afterAll(() => api.close());

const during = { phase: 'test', name: `${canaries.hiddenName} three` } as const;
const tests = sampleTests('hidden');

const inHiddenTests = {
  file: 'tests/hidden.test.ts',
  line: 3,
  column: 1,
  message: `No matching export for ${canaries.hiddenTest}`,
  source: canaries.hiddenTest,
};

/** One verdict of each kind, with canaries wherever the hidden tests could speak through it. */
const verdicts: Verdict[] = [
  { ...base, status: 'passed', tests },
  { ...base, status: 'failed', tests },
  { ...base, status: 'compile_error', diagnostics: [inHiddenTests] },
  {
    ...base,
    status: 'compile_error',
    diagnostics: [{ file: 'src/index.ts', line: 1, column: 1, message: 'own' }, inHiddenTests],
  },
  { ...base, status: 'crashed', tests, during, message: canaries.hiddenMessage },
  { ...base, status: 'cpu_limit', tests, during, limit: 'testCpuMs', limitMs: 1_000 },
  { ...base, status: 'wall_limit', tests: tests.slice(0, 2), during, limitMs: 1_000 },
  { ...base, status: 'memory_limit', tests, during, limitMb: 64 },
  { ...base, status: 'output_limit', tests, during, limitLength: 64_000 },
  { ...base, status: 'sandbox_error', errorId: 'abc', message: canaries.hiddenMessage },
];

describe('all that a candidate receives', () => {
  it('holds nothing of hidden tests, the reference, wrong solutions, rubrics or reviews', async () => {
    const pending = [...verdicts];
    const judging = api.judgeWith(async (job, report) => {
      report({
        submissionId: job.submissionId,
        tests: tests.map(({ name, suite, status }) => ({ name, suite, status })),
      });
      await new Promise((resolve) => setTimeout(resolve, 30));
      return pending.shift() ?? sampleVerdict(job);
    });
    const { client, attemptId, path } = await invite(api);
    const socket = await connectSocket(api, client);
    const received: string[] = [];
    socket.onAny((...event: unknown[]) => received.push(JSON.stringify(event)));

    await client.get(path);
    await client.post(`${path}/start`);
    const stateVector = new Uint8Array([0]);
    const opened = await socket.emitWithAck('workspace:open', {
      attemptId,
      challenge: 'sample',
      stateVector,
    });
    if (opened.ok) received.push(Buffer.from(opened.update).toString('latin1'));
    for (const _ of verdicts) {
      const answer = await client.post(`${path}/submissions`, {
        challenge: 'sample',
        suite: 'hidden',
      });
      const { id } = CandidateSubmission.parse(answer.body);
      await waitFor(async () => {
        const listed = z
          .array(CandidateSubmission)
          .parse((await client.get(`${path}/submissions`)).body);
        return listed.find((submission) => submission.id === id)?.verdict;
      });
    }
    await client.post(`${path}/finish`);
    await client.get(`${path}/workspaces/sample`);

    // A reviewer does see all of it, and writes more.
    const reviewer = await signIn(api, 'reviewer');
    const address = `/api/review/attempts/${attemptId}`;
    const criteria = [
      ['sample', 'correctness'],
      ['sample', 'clarity'],
      ['other', 'correctness'],
      ['other', 'clarity'],
      ['doubling', 'clarity'],
    ] as const;
    const scores = criteria.map(([challenge, criterion]) => ({
      challenge,
      criterion,
      score: 1,
      note: canaries.review,
    }));
    await reviewer.put(`${address}/review`, { scores });
    await client.get(path);
    expect((await reviewer.post(`${address}/review`, { scores })).status).toBe(200);
    await client.get(path);
    await client.get(`${path}/submissions`);
    for (const own of ['record', 'record/full', 'feedback']) {
      expect((await client.get(`${path}/${own}`)).status).toBe(200);
    }
    // So does an author, who verifies and saves what nobody else may see.
    const author = await signIn(api, 'author');
    const own = '/api/author/challenges/doubling';
    const files = { ...doublingFiles, 'solution/src/index.ts': `// ${canaries.solution}\n` };
    const worker = api.queues.consumeVerify(async ({ verificationId, slug, hash }, tell) => {
      const row = { check: 'reference' as const, ok: false, message: canaries.hiddenMessage };
      tell({ verificationId, rows: [row] });
      const document = { slug, title: canaries.hiddenName, hash, ok: false, rows: [row] };
      await api.queues.enqueueVerified({ verificationId, report: document });
    });
    const { head } = (await author.get(own)).body as { head: string };
    const authorSocket = await connectSocket(api, author);
    const verified = new Promise((resolve) => authorSocket.once('verification:finished', resolve));
    await author.post(`${own}/verifications`, { files });
    await verified;
    const saved = await author.post(`${own}/versions`, {
      files,
      note: canaries.review,
      basedOn: head,
    });
    expect(saved.status).toBe(201);
    const archive = (await packFiles('doubling', { ...doublingFiles, ...files })).toString(
      'base64',
    );
    const packed = { fileName: `${canaries.hiddenName}.tgz`, archive };
    expect((await author.post('/api/author/imports', packed)).text).toContain('SLUG_TAKEN');
    await author.post(`${own}/retire`);
    await author.post(`${own}/restore`);
    await worker.close();
    authorSocket.close();

    for (const stranger of [
      own,
      `${own}/versions/${head}`,
      '/api/author/challenges',
      address,
      '/api/review/attempts',
      '/api/invitations',
      '/api/me',
      '/internal/challenges/x',
    ]) {
      await client.get(stranger);
    }
    await client.get(`${own}/versions/${head}/archive`);
    await client.post('/api/author/imports', packed);
    await client.post('/api/author/challenges', { slug: 'doubling' });
    await client.post(`${own}/retire`);
    await client.send('DELETE', own, {});

    const seen = [...client.received, ...received].join('\n');
    expect(seen).toContain('submission:progress');
    expect(seen).toContain('submission:judged');
    expect(seen).toContain('sandbox_error');
    for (const [what, canary] of Object.entries(canaries)) {
      expect([what, seen.includes(canary)]).toEqual([what, false]);
    }
    const reviewed = (await reviewer.get(address)).text;
    expect(reviewed).toContain(canaries.hiddenName);
    expect(reviewed).toContain(canaries.review);
    socket.close();
    await judging.close();
  });
});
