import { languageChoices } from '@assay/contracts/challenge';
import {
  listAssessmentChallenges,
  listAssessments,
  listChallengesInUse,
  listMembers,
} from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { mayWatch } from './replay/replayShares.ts';
import { mayLead } from './peopleRoutes.ts';

export const listChoicesRoute = routes.live.listChoices
  .use(asStaff)
  .handler(async ({ context: { services } }) => {
    const { db, challenges } = services;
    const members = await listMembers(db);
    const begunFrom = ({ slug, hash }: { slug: string; hash: string }) =>
      challenges.get(hash).then((version) => ({
        slug,
        title: version.manifest.title,
        languages: languageChoices(version),
      }));
    const titled = await Promise.all((await listChallengesInUse(db)).map(begunFrom));
    const assessments = await Promise.all(
      (await listAssessments(db)).map(async ({ id, title, interview }) => ({
        id,
        title,
        challenges: await Promise.all((await listAssessmentChallenges(db, id)).map(begunFrom)),
        plannedMinutes: interview.sections.reduce((sum, { minutes }) => sum + minutes, 0),
      })),
    );
    return {
      assessments,
      challenges: titled.toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
      staff: members.map(({ id, name, role }) => ({
        memberId: id,
        name,
        mayLead: mayLead(role),
        mayWatch: mayWatch(role),
      })),
    };
  });
