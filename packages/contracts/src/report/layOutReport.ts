import type {
  Report,
  ReportChallenge,
  ReportCriterion,
  ReportInterview,
  ReportVerdict,
} from '#http/report/report.ts';
import type { Block, CriterionBlock } from './blocks.ts';
import { drawTimeline } from './drawTimeline.ts';
import { formatMoment, formatMs, formatScore, formatSpread } from './formats.ts';
import { describeWeighed, weighingFormula } from './describeWeighed.ts';
import {
  needNames,
  outcomeNames,
  recommendationNames,
  stageNames,
  testStatusNames,
} from './words.ts';

/** A report as blocks, in the order in which it is read. */
export function layOutReport(report: Report): Block[] {
  return [
    {
      kind: 'title',
      text: report.candidateName,
      lead: `Report on an attempt at ${report.assessment.title}`,
    },
    { kind: 'facts', facts: listFacts(report) },
    ...layOutDecision(report),
    ...layOutWeighed(report),
    ...report.challenges.flatMap((one) => layOutChallenge(one, report)),
    ...layOutInterviews(report.interviews),
    { kind: 'heading', level: 2, text: 'What is not known' },
    { kind: 'list', items: report.unknown },
  ];
}

function listFacts(report: Report) {
  const { assessment, reviews, grading } = report;
  const fact = (name: string, text: string | undefined) =>
    text === undefined ? [] : [{ name, text }];
  const moment = (at: string | undefined) => (at === undefined ? undefined : formatMoment(at));
  return [
    ...fact('Address', report.candidateEmail),
    ...fact('Role', report.role),
    ...fact('Assessment', `${assessment.title}, version ${assessment.version}`),
    ...fact('For', assessment.organisation),
    ...fact('Time', `${assessment.minutes} min`),
    ...fact('Began', moment(report.startedAt)),
    ...fact('Ended', moment(report.finishedAt)),
    ...fact('Stage', report.stage && stageNames[report.stage]),
    ...fact('Erased', moment(report.erasedAt)),
    ...fact('Reviews', `${reviews.submitted} of ${reviews.wanted} submitted`),
    ...fact(
      'Score',
      grading?.value === undefined ? undefined : `${formatScore(grading.value)} of 5`,
    ),
    ...fact('Report made', formatMoment(report.madeAt)),
  ];
}

function layOutDecision({ grading, reviews, challenges }: Report): Block[] {
  if (grading === undefined) return [];
  const [decision, ...earlier] = grading.decisions;
  const { rule } = reviews;
  const titleOf = (challenge: string, criterion: string) => {
    const found = challenges.find(({ slug }) => slug === challenge);
    const title = found?.criteria.find(({ id }) => id === criterion)?.title ?? criterion;
    return `${found?.title ?? challenge}, ${title}`;
  };
  const blocks: Block[] = [];
  if (decision !== undefined) {
    blocks.push(
      {
        kind: 'heading',
        level: 2,
        text: `Decision: ${outcomeNames[decision.outcome]}`,
        aside: `${decision.by}, ${formatMoment(decision.at)}`,
      },
      { kind: 'text', text: decision.reason },
    );
    if (earlier.length > 0)
      blocks.push(
        { kind: 'heading', level: 3, text: 'Decisions before it' },
        {
          kind: 'list',
          items: earlier.map(
            ({ outcome, by, at, reason }) =>
              `${outcomeNames[outcome]}, by ${by}, ${formatMoment(at)}: ${reason}`,
          ),
        },
      );
  }
  if (grading.reviewers.length === 0) return blocks;
  blocks.push(
    { kind: 'heading', level: 2, text: 'Scores' },
    {
      kind: 'table',
      label: 'What each challenge comes to',
      columns: [{ title: 'Challenge' }, { title: 'Of 5', numbers: true }],
      rows: [
        ...challenges.map(({ title, value }) => ({
          cells: [title, value === undefined ? '–' : formatScore(value)],
        })),
        {
          cells: ['Attempt', grading.value === undefined ? '–' : formatScore(grading.value)],
        },
      ],
    },
    {
      kind: 'text',
      text: `Reviewed by ${grading.reviewers.map(({ name }) => name).join(', ')}${grading.reviewers.length > 1 ? ', each alone' : ''}. ${
        grading.furtherCalled
          ? `One more than the rule’s ${rule.reviewers} was called, because scores of a criterion were ${rule.furtherAt} or more points apart. `
          : ''
      }A criterion counts with the median of its submitted scores, a challenge with the mean of its criteria, the attempt with the mean of its challenges. Where somebody overrode a criterion, their score stands in the place of the median.`,
    },
  );
  if (grading.overrides.length > 0)
    blocks.push(
      { kind: 'heading', level: 3, text: 'Scores that people put in the place of the formula’s' },
      {
        kind: 'list',
        items: grading.overrides.map(({ challenge, criterion, score, by, at, reason }) => {
          const what = score === null ? 'the formula counts again' : `${score} of 5`;
          return `${titleOf(challenge, criterion)}: ${what}, by ${by}, ${formatMoment(at)}: ${reason}`;
        }),
      },
    );
  return blocks;
}

/** What stands in the report, weighed as the role weighs skills. */
function layOutWeighed({ weighed, interviews }: Report): Block[] {
  if (weighed?.value === undefined) return [];
  const { title, skills, value } = weighed;
  return [
    {
      kind: 'heading',
      level: 2,
      text: 'Skills, as the role weighs them',
      aside: `${formatScore(value)} of 5`,
    },
    {
      kind: 'table',
      label: `What was judged of each skill of ${title}`,
      columns: [
        { title: 'Skill' },
        { title: 'Need' },
        { title: 'Weight', numbers: true },
        { title: 'Judged by' },
        { title: 'Of 5', numbers: true },
      ],
      rows: skills.map((skill) => ({
        cells: [
          skill.name,
          needNames[skill.need],
          String(skill.weight),
          skill.parts.map((part) => `${part.title} ${formatScore(part.value)}`).join(', ') ||
            'Nothing',
          skill.value === undefined ? '–' : formatScore(skill.value),
        ],
        ...(skill.value === undefined && { tone: 'quiet' as const }),
      })),
    },
    {
      kind: 'text',
      text: `${describeWeighed(weighed)} ${interviews === undefined ? 'From the work alone: interviews and checks are about the person, and not shown here.' : 'From the work on this attempt, live sessions, interviews and checks.'} ${weighingFormula}`,
    },
  ];
}

function layOutChallenge(challenge: ReportChallenge, { grading }: Report): Block[] {
  const { title, level, minutes, hash, criteria, runs, submissions, counting, timeline } =
    challenge;
  const count = (many: number, one: string) => (many === 1 ? `1 ${one}` : `${many} ${one}s`);
  const pastes = timeline?.marks.filter(({ kind }) => kind === 'paste') ?? [];
  return [
    {
      kind: 'heading',
      level: 2,
      text: title,
      ...(challenge.value !== undefined && { aside: `${formatScore(challenge.value)} of 5` }),
    },
    {
      kind: 'text',
      text: `${level[0]?.toUpperCase()}${level.slice(1)} level, ${minutes} min, version ${hash.slice(0, 12)}. ${count(runs, 'run')} and ${count(submissions, 'submission')}.`,
    },
    ...(timeline
      ? [
          {
            kind: 'timeline',
            label: `How the work on ${title} went`,
            picture: drawTimeline(timeline),
          } as const,
          ...(pastes.length > 0
            ? [
                {
                  kind: 'text',
                  text: `Pastes: ${pastes.map((paste) => `${paste.title} (minute ${minuteOf(paste.at, timeline.from)})`).join('; ')}.`,
                } as const,
              ]
            : []),
        ]
      : []),
    ...(counting ? layOutVerdict(counting) : []),
    ...(grading === undefined
      ? []
      : [
          { kind: 'heading', level: 3, text: 'Criteria' } as const,
          ...criteria.map((criterion) => layOutCriterion(criterion)),
        ]),
  ];
}

const minuteOf = (at: string, from: string): number =>
  Math.max(0, Math.floor((Date.parse(at) - Date.parse(from)) / 60_000));

function layOutVerdict(verdict: ReportVerdict): Block[] {
  const { summary, submittedAt, sentBy, hallmark, cost, tests, moreTests } = verdict;
  const figure = (value: number) => (value > 0 ? String(value) : '–');
  return [
    { kind: 'heading', level: 3, text: 'The submission that counts', aside: hallmark },
    {
      kind: 'text',
      text: `${summary} ${sentBy === 'deadline' ? 'Handed in by the clock' : 'Submitted'} ${formatMoment(submittedAt)}. The run took ${formatMs(cost.cpuMs)} of CPU, ${formatMs(cost.wallMs)} in all, ${Math.round(cost.peakProcessMb)} MB of memory and ${cost.queries} ${cost.queries === 1 ? 'query' : 'queries'}.`,
    },
    {
      kind: 'table',
      label: 'Hidden tests',
      columns: [
        { title: 'Behaviour' },
        { title: 'Outcome' },
        { title: 'CPU', numbers: true },
        { title: 'On the clock', numbers: true },
        { title: 'Queries', numbers: true },
      ],
      rows: tests.map(({ name, status, cpuMs, virtualMs, queries, message }) => ({
        cells: [
          name,
          testStatusNames[status],
          formatMs(cpuMs),
          virtualMs > 0 ? formatMs(virtualMs) : '–',
          figure(queries),
        ],
        tone: status === 'passed' ? 'good' : status === 'skipped' ? 'quiet' : 'bad',
        ...(message !== undefined && { detail: message }),
      })),
    },
    ...(moreTests > 0
      ? [{ kind: 'text', text: `${moreTests} more tests are not listed here.` } as const]
      : []),
  ];
}

function layOutCriterion({ title, anchors, grade }: ReportCriterion): CriterionBlock {
  if (grade === undefined) return { kind: 'criterion', title, anchors, scores: [] };
  const { scores, median, spread, override, value } = grade;
  const several = scores.length > 1;
  return {
    kind: 'criterion',
    title,
    value: formatScore(value),
    remark: override
      ? `Overridden; the median of ${scores.length} is ${formatScore(median)}`
      : several
        ? `Median of ${scores.length}. ${formatSpread(spread)}`
        : 'One review',
    anchors,
    scores: scores.map(({ by, score, note }) => ({ by, score: String(score), note })),
    ...(override && {
      override: `${override.by} put ${override.score} in the place of ${formatScore(median)}, ${formatMoment(override.at)}: ${override.reason}`,
    }),
  };
}

function layOutInterviews(interviews: ReportInterview[] | undefined): Block[] {
  if (interviews === undefined || interviews.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'Interviews and checks' },
    ...interviews.flatMap(({ title, value, cards }): Block[] => [
      {
        kind: 'heading',
        level: 3,
        text: title,
        ...(value !== undefined && { aside: `${formatScore(value)} of 5` }),
      },
      ...cards.flatMap(({ by, submittedAt, recommendation, summary, scores }): Block[] => [
        {
          kind: 'text',
          text: `${by}, ${formatMoment(submittedAt)}. Recommendation: ${recommendation ? recommendationNames[recommendation] : 'none'}.${summary === '' ? '' : ` ${summary}`}`,
        },
        ...scores.map(({ group, title: criterion, anchors, level, note }): CriterionBlock => ({
          kind: 'criterion',
          title: group === criterion ? criterion : `${group}: ${criterion}`,
          ...(level === undefined ? { remark: 'Could not be seen' } : { value: String(level) }),
          ...(anchors && { anchors }),
          scores:
            note === '' ? [] : [{ by, score: level === undefined ? '–' : String(level), note }],
        })),
      ]),
    ]),
  ];
}
