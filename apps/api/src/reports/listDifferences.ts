import { isDeepStrictEqual } from 'node:util';
import type { Report } from '@assay/contracts/http';

/** What keeps reports from being compared as they stand, a sentence each; none where all is the same. */
export function listDifferences(reports: readonly Report[]): string[] {
  const challenges = reports.flatMap((report) =>
    report.challenges.map((challenge) => ({ ...challenge, of: report.attemptId })),
  );
  const bySlug = Map.groupBy(challenges, ({ slug }) => slug);
  return [
    ...describeAssessments(reports),
    ...[...bySlug.values()].flatMap((own) => {
      const title = own[0]?.title ?? '';
      const having = new Set(own.map(({ of }) => of));
      const without = reports.filter(({ attemptId }) => !having.has(attemptId));
      const versions = new Set(own.map(({ hash }) => hash)).size;
      return [
        ...say(
          without.length > 0,
          `${title} was no part of the attempt of ${list(without.map((one) => one.candidateName))}.`,
        ),
        ...say(versions > 1, `${title} was worked on in ${versions} versions.`),
        ...describeCriteria(title, own),
      ];
    }),
    ...describeReviews(reports),
  ];
}

function describeAssessments(reports: readonly Report[]): string[] {
  const by = Map.groupBy(reports, ({ assessment }) => assessment.title);
  if (by.size > 1) {
    const parts = [...by].map(
      ([title, own]) => `${list(own.map(({ candidateName }) => candidateName))} took ${title}`,
    );
    return [`The assessments differ: ${parts.join('; ')}.`];
  }
  const versions = Map.groupBy(reports, ({ assessment }) => assessment.version);
  if (versions.size === 1) return [];
  const parts = [...versions].map(
    ([version, own]) =>
      `${list(own.map(({ candidateName }) => candidateName))} took version ${version}`,
  );
  return [`The versions of the assessment differ: ${parts.join('; ')}.`];
}

/** Criteria of one name that are not one: with other anchors, or not everywhere. */
function describeCriteria(title: string, challenges: Report['challenges']): string[] {
  const all = challenges.flatMap(({ criteria }) => criteria);
  return [...Map.groupBy(all, ({ id }) => id).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const reworded = own.some(
      ({ title: name, anchors }) =>
        !isDeepStrictEqual([name, anchors], [first.title, first.anchors]),
    );
    return [
      ...say(reworded, `${first.title} of ${title} is not scored by the same words everywhere.`),
      ...say(
        own.length < challenges.length,
        `${first.title} is not a criterion of ${title} in all of them.`,
      ),
    ];
  });
}

function describeReviews(reports: readonly Report[]): string[] {
  const hidden = reports.filter(({ grading }) => grading === undefined);
  const counts = new Set(
    reports.flatMap(({ grading, reviews }) => (grading === undefined ? [] : [reviews.submitted])),
  );
  return [
    ...say(
      hidden.length > 0,
      `You do not see yet what reviewers gave ${list(hidden.map((one) => one.candidateName))}.`,
    ),
    ...say(counts.size > 1, 'Not all were judged by as many reviewers: n says by how many.'),
  ];
}

const say = (when: boolean, sentence: string): string[] => (when ? [sentence] : []);

/** Names as they are said: `A`, `A and B`, `A, B and C`. */
const list = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names);
