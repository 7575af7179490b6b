import { findErasureRow, listErasures } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { eraseAttempt } from './eraseAttempt.ts';
import { presentErasureRow } from './presentErasure.ts';

const pageSize = 25;

export const listErasuresRoute = routes.admin.listErasures
  .use(asStaff)
  .handler(async ({ input: { page }, context: { services } }) => {
    const { rows, total } = await listErasures(services.db, page, pageSize);
    return { rows: rows.map(presentErasureRow), total, page, pageSize };
  });

export const eraseAttemptRoute = routes.admin.eraseAttempt
  .use(asStaff)
  .handler(async ({ input: { attemptId }, context: { services, member } }) => {
    unwrap(await eraseAttempt(services, attemptId, `staff:${member.id}`));
    const row = await findErasureRow(services.db, attemptId);
    return presentErasureRow(unwrap(row === undefined ? notFound : { ok: true, row }).row);
  });
