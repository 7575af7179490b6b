import { type CriterionScores, findChallenge, listAllOwnRubrics, listPlans } from '@assay/db';
import { kits } from '#candidates/kits.ts';
import { listCriteria } from '#live/scorecards/listCriteria.ts';
import type { Services } from '#services.ts';

type Place = Pick<CriterionScores, 'source' | 'subject' | 'criterion'>;

/** What a criterion is called, and what it belongs to; their names where nobody knows any more. */
export type CriterionTitles = (place: Place) => { subjectTitle: string; criterionTitle: string };

/**
 * The titles of criteria: of challenges in their newest versions or in an assessment's own rubric, of kits as they are
 * now, and of the newest plans of assessments.
 */
export async function loadCriterionTitles(
  { db, challenges }: Pick<Services, 'db' | 'challenges'>,
  places: readonly Place[],
): Promise<CriterionTitles> {
  const titles = new Map<string, string>();
  const key = (subject: string, criterion: string) => `${subject} ${criterion}`;
  for (const { slug, rubric } of await listAllOwnRubrics(db))
    for (const { id, title } of rubric) titles.set(key(slug, id), title);
  const subjects = new Set(places.filter(isOfChallenge).map(({ subject }) => subject));
  for (const slug of subjects) {
    const found = await findChallenge(db, slug);
    if (found === undefined) continue;
    const { manifest } = await challenges.get(found.headHash);
    titles.set(slug, manifest.title);
    for (const { id, title } of manifest.rubric) titles.set(key(slug, id), title);
  }
  for (const { slug, title, plan } of kits.values()) {
    titles.set(slug, title);
    for (const one of listCriteria(plan)) titles.set(key(slug, one.key), one.title);
  }
  const planned = places.filter((place) => place.source === 'session' && !isOfChallenge(place));
  const templates = [...new Set(planned.map(({ subject }) => subject))];
  for (const { templateId, title, interview } of await listPlans(db, templates)) {
    titles.set(templateId, title);
    for (const one of listCriteria(interview)) titles.set(key(templateId, one.key), one.title);
  }
  return (place) => {
    const criterion = isOfChallenge(place)
      ? place.criterion.replace(/^challenge\//, '')
      : place.criterion;
    const plain = criterion.replace(/^(plan|section)\//, '');
    return {
      subjectTitle: titles.get(place.subject) ?? place.subject,
      criterionTitle: titles.get(key(place.subject, criterion)) ?? plain,
    };
  };
}

const isOfChallenge = ({ source, criterion }: Place): boolean =>
  source === 'review' || (source === 'session' && criterion.startsWith('challenge/'));
