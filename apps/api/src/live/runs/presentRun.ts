import type { LiveRun, LiveTest, LiveVerdict } from '@assay/contracts/live';
import { describeVerdict, type TestResult, type Verdict } from '@assay/contracts/verdict';
import type { LiveRunRecord, LiveRunRow } from '@assay/db';

/** A run as its audience sees it: with what came of it where `run` has that. */
export function presentRun(
  run: LiveRunRow & Partial<Pick<LiveRunRecord, 'verdict' | 'exploration'>>,
): LiveRun {
  const { id, seq, audience, state, participantId, askedAt, endedAt, cancelledBy, codeSeq } = run;
  const common = {
    id,
    seq,
    audience,
    state,
    by: participantId,
    askedAt: askedAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(cancelledBy !== null && { cancelledBy }),
    codeSeq,
  };
  if (run.kind === 'requests')
    return {
      ...common,
      kind: 'requests',
      steps: run.steps ?? [],
      ...(run.exploration && { exploration: run.exploration }),
    };
  const { suite, status, passed, total, verdict } = run;
  return {
    ...common,
    kind: 'tests',
    suite: suite ?? 'public',
    ...(status !== null && { status }),
    ...(passed !== null && { passed }),
    ...(total !== null && { total }),
    ...(verdict && { verdict: presentLiveVerdict(verdict) }),
  };
}

/** All that a verdict says: whoever may know of the run may know it. */
function presentLiveVerdict(verdict: Verdict): LiveVerdict {
  return {
    status: verdict.status,
    summary: describeVerdict(verdict, 'all'),
    hallmark: verdict.hallmark,
    passed: verdict.tests.filter(({ status }) => status === 'passed').length,
    total: verdict.tests.length,
    tests: verdict.tests.map(presentTest),
    diagnostics: verdict.status === 'compile_error' ? verdict.diagnostics : [],
    ...(verdict.status === 'crashed' &&
      verdict.during.phase === 'load' && { crash: verdict.message }),
  };
}

function presentTest(test: TestResult): LiveTest {
  const { suite, name, status, own, virtualMs, cpuMs, queries, failure, console } = test;
  return {
    suite,
    name,
    status,
    ...(own && { own }),
    virtualMs,
    cpuMs,
    queries,
    ...(failure && { failure }),
    console,
  };
}
