import { listChallengesInUse, listMembers } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
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
    return {
      challenges: titled.toSorted((a, b) => a.title.localeCompare(b.title, 'en')),
      staff: members.map(({ id, name, role }) => ({ memberId: id, name, mayLead: mayLead(role) })),
    };
  });
