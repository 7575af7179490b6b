import { recordAudit } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';

/** A member's own password, beside the one-time links; every other session of theirs ends. */
export const setPasswordRoute = routes.setPassword
  .use(asStaff)
  .handler(async ({ input: { password }, context: { services, member, sessions } }) => {
    const { db, now } = services;
    await sessions.setPassword(member.id, password);
    await recordAudit(db, {
      at: now(),
      actor: `staff:${member.id}`,
      action: 'member.password_set',
      subject: `member:${member.id}`,
      detail: {},
    });
  });
