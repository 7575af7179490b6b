import { listMembers } from '@assay/db';
import { unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { addMember } from './addMember.ts';

export const meRoute = routes.me.use(asStaff).handler(({ context: { member } }) => member);

export const listMembersRoute = routes.admin.listMembers.handler(({ context: { services } }) =>
  listMembers(services.db),
);

export const addMemberRoute = routes.admin.addMember
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const added = unwrap(await addMember(services, { ...input, actor: `staff:${member.id}` }));
    return {
      member: added.member,
      link: await services.staffAuth.createSignInLink(added.member.email),
    };
  });
