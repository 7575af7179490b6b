import type { Report, ReportChallenge } from '@assay/contracts/http';
import {
  formatMs,
  formatScore,
  formatSpread,
  outcomeNames,
  recommendationNames,
  stageNames,
  stateNames,
} from '@assay/contracts/report';

/** What one report says in one row: what counts, and what it rests on. */
export type ComparedCell = { text: string; detail?: string | undefined };

/** A row of the same thing in all reports; nothing where a report has none of it. */
export type ComparedRow = {
  label: string;
  /** Whether it holds figures. */
  numbers?: true;
  cells: (ComparedCell | undefined)[];
};

export type ComparedGroup = { title: string; rows: ComparedRow[] };

/** Reports side by side: rows are the same criteria, in the order in which they first come. */
export function alignReports(reports: readonly Report[]): ComparedGroup[] {
  const challenges = unite(reports.flatMap((report) => report.challenges.map(({ slug }) => slug)));
  return [
    { title: 'Where they stand', rows: standing(reports) },
    ...challenges.map((slug) =>
      alignChallenge(
        reports.map((report) => report.challenges.find((challenge) => challenge.slug === slug)),
      ),
    ),
    { title: 'Interviews and checks', rows: interviews(reports) },
  ].filter(({ rows }) => rows.length > 0);
}

function standing(reports: readonly Report[]): ComparedRow[] {
  const rows: ComparedRow[] = [
    {
      label: 'Assessment',
      cells: reports.map(({ assessment: { title, version } }) => ({
        text: title,
        detail: `Version ${version}`,
      })),
    },
    {
      label: 'Stage',
      cells: reports.map(({ stage, state, erasedAt }) => ({
        text: stage ? stageNames[stage] : stateNames[erasedAt === undefined ? state : 'erased'],
      })),
    },
    {
      label: 'Decision',
      cells: reports.map(({ grading }) => {
        const [decision] = grading?.decisions ?? [];
        return (
          decision && {
            text: outcomeNames[decision.outcome],
            detail: `${decision.by}: ${decision.reason}`,
          }
        );
      }),
    },
    {
      label: 'Score of 5',
      numbers: true,
      cells: reports.map(({ grading, reviews }) => {
        const detail = `${reviews.submitted} of ${reviews.wanted} reviews`;
        const value = grading?.value;
        return { text: value === undefined ? '–' : formatScore(value), detail };
      }),
    },
    {
      label: 'Time used',
      numbers: true,
      cells: reports.map(({ startedAt, finishedAt, assessment }) =>
        startedAt === undefined || finishedAt === undefined
          ? undefined
          : {
              text: `${Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 60_000)} min`,
              detail: `of ${assessment.minutes} min`,
            },
      ),
    },
  ];
  return rows.filter(({ cells }) => cells.some((cell) => cell !== undefined));
}

function alignChallenge(challenges: readonly (ReportChallenge | undefined)[]): ComparedGroup {
  const title = challenges.find((one) => one !== undefined)?.title ?? '';
  const cost = (
    label: string,
    tell: (of: NonNullable<ReportChallenge['counting']>) => string,
  ): ComparedRow => ({
    label,
    numbers: true,
    cells: challenges.map((one) => one?.counting && { text: tell(one.counting) }),
  });
  const criteria = unite(challenges.flatMap((one) => one?.criteria.map(({ id }) => id) ?? [])).map(
    (id) => {
      const own = challenges.map((one) => one?.criteria.find((criterion) => criterion.id === id));
      return {
        label: own.find((one) => one !== undefined)?.title ?? id,
        numbers: true as const,
        cells: own.map((criterion) => criterion?.grade && describeGrade(criterion.grade)),
      };
    },
  );
  const rows: ComparedRow[] = [
    ...criteria,
    {
      label: 'Mean of the criteria',
      numbers: true,
      cells: challenges.map((one) =>
        one?.value === undefined ? undefined : { text: formatScore(one.value) },
      ),
    },
    cost('Hidden tests that hold', ({ passed, total }) => `${passed} of ${total}`),
    cost('CPU of the run', ({ cost: { cpuMs } }) => formatMs(cpuMs)),
    cost('Time of the run', ({ cost: { wallMs } }) => formatMs(wallMs)),
    cost('Memory of the run', ({ cost: { peakProcessMb } }) => `${Math.round(peakProcessMb)} MB`),
    cost('Queries', ({ cost: { queries } }) => String(queries)),
  ];
  return { title, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== undefined)) };
}

function describeGrade({
  scores,
  median,
  spread,
  override,
  value,
}: NonNullable<ReportChallenge['criteria'][number]['grade']>): ComparedCell {
  const n = `n = ${scores.length}`;
  const basis = scores.length > 1 ? `${n}, ${formatSpread(spread).toLowerCase()}` : n;
  return {
    text: formatScore(value),
    detail: override
      ? `Overridden by ${override.by}; median ${formatScore(median)}, ${basis}`
      : basis,
  };
}

function interviews(reports: readonly Report[]): ComparedRow[] {
  const titles = unite(
    reports.flatMap((report) => report.interviews?.map(({ title }) => title) ?? []),
  );
  return titles.map((label) => ({
    label,
    numbers: true,
    cells: reports.map((report) => {
      const found = report.interviews?.find(({ title }) => title === label);
      return (
        found && {
          text: found.value === undefined ? '–' : formatScore(found.value),
          detail: [
            `n = ${found.submitted}`,
            ...found.recommendations.map((one) => recommendationNames[one]),
          ].join(', '),
        }
      );
    }),
  }));
}

const unite = (names: readonly string[]): string[] => [...new Set(names)];
