/**
 * What admins wait for when many have been assessed: `npm run -s bench -- hiring`. Figures of challenges and of reviews, and
 * an export of everything, with 1,000 attempts and with 5,000, over HTTP, on an embedded database as `npm start` has it.
 * The CPU is that of API and database together, which on an idle machine is about what it takes.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { signIn } from '#testing/people.ts';
import { sampleVerdict } from '#testing/sampleVerdict.ts';
import { startTestApi, type TestApi } from '#testing/startTestApi.ts';

const sizes = [1_000, 5_000];
/** Of a test's console, characters: verdicts are some kilobytes, as real ones are. */
const printed = 1_500;
/** How often the memory is looked at while an export is read, ms. */
const lookMs = 20;

const api = await startTestApi({ heartbeat: false });
try {
  const admin = await signIn(api, 'admin');
  const reviewers = [await signIn(api, 'reviewer'), await signIn(api, 'reviewer')];
  const members: string[] = [];
  for (const reviewer of reviewers)
    members.push(((await reviewer.get('/api/me')).body as { id: string }).id);
  console.log(
    '  attempts  what                          CPU       took       size   memory beside it',
  );
  let filled = 0;
  for (const size of sizes) {
    await fill(api, { from: filled + 1, to: size, members });
    filled = size;
    for (const [what, path, rounds] of [
      ['figures of a challenge', '/api/author/challenges/sample/figures', 3],
      ['figures of reviews', '/api/fairness/reviews', 3],
      ['export as CSV', '/api/export?format=csv', 1],
      ['export as JSON', '/api/export?format=json', 1],
    ] as const) {
      const measured = [];
      for (let round = 0; round < rounds; round += 1)
        measured.push(await read(path, admin.cookieHeader()));
      const [middle] = measured.toSorted((a, b) => a.cpuMs - b.cpuMs).slice(Math.floor(rounds / 2));
      if (middle === undefined) continue;
      const memory = Math.max(...measured.map(({ peakMb }) => peakMb));
      console.log(
        `  ${size.toLocaleString('en').padStart(8)}  ${what.padEnd(24)} ${middle.cpuMs.toFixed(0).padStart(6)} ms ${middle.ms.toFixed(0).padStart(6)} ms ${(middle.bytes / 1e6).toFixed(2).padStart(6)} MB ${memory.toFixed(0).padStart(7)} MB`,
      );
    }
  }
} finally {
  await api.close();
}

/** Reads an answer to its end: how long that takes, how long it is, and how much memory it takes beyond what was there. */
async function read(path: string, cookie: string) {
  globalThis.gc?.();
  const before = memoryMb();
  let peakMb = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) {
      peakMb = Math.max(peakMb, memoryMb() - before);
      await delay(lookMs);
    }
  })();
  const from = performance.now();
  const used = process.cpuUsage();
  const answer = await fetch(`${api.url}${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${path} answers ${answer.status}.`);
  const { byteLength: bytes } = await answer.arrayBuffer();
  const ms = performance.now() - from;
  const { user, system } = process.cpuUsage(used);
  isOver = true;
  await looking;
  return { ms, cpuMs: (user + system) / 1_000, bytes, peakMb };
}

/** Of JavaScript alone: the database's own memory is not what an answer takes. */
function memoryMb(): number {
  return process.memoryUsage().heapUsed / 1e6;
}

/** Attempts that ended, judged, reviewed twice, interviewed by one kit, and decided. */
async function fill(
  { pglite, assessmentId }: TestApi,
  { from, to, members }: { from: number; to: number; members: string[] },
): Promise<void> {
  const verdict = sampleVerdict({ suite: 'hidden' });
  const loud = verdict.tests.map((test) => ({
    ...test,
    console: [{ level: 'log', text: 'x'.repeat(printed) }],
  }));
  const outcomes = verdict.tests.map(({ name, status }) => ({ name, status }));
  const id = (what: string) => `md5('${what}' || i)::uuid`;
  const each = `generate_series(${from}, ${to}) as i`;
  const challenge = `cross join (select slug, hash from challenge_versions where slug in ('sample', 'other')) as c`;
  await pglite.exec(`
    insert into candidates (id, name, email, created_at)
      select ${id('candidate')}, 'Candidate ' || i, i || '@bench.test', now() from ${each};
    insert into attempts (id, assessment_id, candidate_id, seed, state, created_at, started_at, deadline, finished_at)
      select ${id('attempt')}, '${assessmentId}', ${id('candidate')}, i, 'graded', now(), now(), now() + interval '1 hour',
             now() + (i % 60) * interval '1 minute' from ${each};
    insert into invitations (id, attempt_id, token_hash, expires_at, created_at)
      select ${id('invitation')}, ${id('attempt')}, 'bench ' || i, now() + interval '9 days', now() from ${each};
    insert into attempt_challenges (attempt_id, slug, position, challenge_hash)
      select ${id('attempt')}, c.slug, case c.slug when 'sample' then 0 else 1 end, c.hash from ${each} ${challenge};
    insert into submissions (id, attempt_id, challenge, challenge_hash, suite, sent_by, seed, files, state, created_at)
      select md5('submission' || i || c.slug)::uuid, ${id('attempt')}, c.slug, c.hash, 'hidden', 'candidate', i, '{}', 'judged', now()
        from ${each} ${challenge};
    insert into verdicts (submission_id, verdict, status, passed, total, outcomes, recorded_at)
      select md5('submission' || i || c.slug)::uuid, '${JSON.stringify({ ...verdict, tests: loud })}', 'failed', i % 4, 3,
             '${JSON.stringify(outcomes)}', now() from ${each} ${challenge};
    insert into decisions (attempt_id, outcome, reason, member_id, at)
      select ${id('attempt')}, case i % 3 when 0 then 'advance' else 'decline' end, 'As the reviews say.', '${members[0]}', now() from ${each};
    insert into live_scorecards (id, candidate_id, kit, author_id, recommendation, summary, created_at, updated_at, submitted_at)
      select ${id('card')}, ${id('candidate')}, 'behavioural-interview', '${members[0]}', 'yes', 'Told well.', now(), now(), now() from ${each};
    insert into live_scorecard_scores (scorecard_id, criterion, level, unobserved, note)
      select ${id('card')}, 'plan/ownership', 1 + i % 5, false, 'Said so.' from ${each};`);
  for (const [place, member] of members.entries())
    await pglite.exec(`
      insert into reviews (id, attempt_id, reviewer_id, created_at, updated_at, submitted_at)
        select md5('review${place}' || i)::uuid, ${id('attempt')}, '${member}', now(), now(), now() from ${each};
      insert into review_scores (review_id, challenge, criterion, score, note)
        select md5('review${place}' || i)::uuid, c.slug, k.criterion, 1 + (i + ${place} * (i % 3)) % 5, 'Because.'
          from ${each} ${challenge} cross join (values ('correctness'), ('clarity')) as k (criterion);`);
  await pglite.exec('analyze');
}
