import { listAssessments, listChallengesInUse, listMembers } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { mayWatch } from './replay/replayShares.ts';
import { mayLead } from './peopleRoutes.ts';

export const listChoicesRoute = routes.live.listChoices
  .use(asStaff)
  .handler(async ({ context: { services } }) => {
    const { db, challenges } = services;
    const members = await listMembers(db);
    const inUse = await listChallengesInUse(db);
    const titled = await Promise.all(
      inUse.map(async ({ slug, hash }) => {
        const { title } = (await challenges.get(hash)).manifest;
        return { slug, title };
      }),
    );
    const assessments = await listAssessments(db);
    return {
      assessments: assessments.map(({ id, title, challenges: asked, interview }) => ({
        id,
        title,
        challenges: asked,
        plannedMinutes: interview.sections.reduce((sum, { minutes }) => sum + minutes, 0),
      })),
      challenges: titled.toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
      staff: members.map(({ id, name, role }) => ({
        memberId: id,
        name,
        mayLead: mayLead(role),
        mayWatch: mayWatch(role),
      })),
    };
  });
