import type { ReportVerdict } from '@assay/contracts/http';
import { describeVerdict } from '@assay/contracts/verdict';
import type { JudgedSubmission } from '@assay/db';

/** Tests of one challenge that are listed. Counters suites that fill a book. */
const maxTests = 200;
/** Of a test's name and of why it does not hold, UTF-16 code units: what prints in a few lines. */
const maxNameLength = 300;
const maxMessageLength = 600;
const maxMessageLines = 12;

/** The work that counts with every test and what it cost; `undefined` as long as it is not judged. */
export function presentVerdict(
  submission: JudgedSubmission | undefined,
  shown: (moment: Date) => Date,
): ReportVerdict | undefined {
  if (submission === undefined || submission.verdict === null) return undefined;
  const { id, createdAt, sentBy, verdict } = submission;
  const { cpuMs, wallMs, peakProcessMb } = verdict.usage;
  return {
    submissionId: id,
    submittedAt: shown(createdAt).toISOString(),
    sentBy,
    summary: cut(describeVerdict(verdict, 'all'), maxMessageLength),
    passed: verdict.tests.filter(({ status }) => status === 'passed').length,
    total: verdict.tests.length,
    hallmark: verdict.hallmark,
    cost: {
      cpuMs,
      wallMs,
      peakProcessMb,
      queries: verdict.tests.reduce((sum, { queries }) => sum + queries, 0),
    },
    tests: verdict.tests.slice(0, maxTests).map((test) => ({
      name: cut(test.name, maxNameLength),
      status: test.status,
      cpuMs: test.cpuMs,
      virtualMs: test.virtualMs,
      queries: test.queries,
      ...(test.failure && { message: cut(firstLines(test.failure.message), maxMessageLength) }),
    })),
    moreTests: Math.max(0, verdict.tests.length - maxTests),
  };
}

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1).toWellFormed()}…` : text;

function firstLines(text: string): string {
  const lines = text.split('\n');
  return lines.length > maxMessageLines
    ? `${lines.slice(0, maxMessageLines - 1).join('\n')}\n…`
    : text;
}
