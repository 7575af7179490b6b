import { listReviewQueue } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { presentAttemptRows } from './presentAttemptRows.ts';

const pageSize = 25;

export const listAttemptsRoute = routes.review.listAttempts
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { state, search, page } = input;
    const { rows, total } = await listReviewQueue(services.db, {
      ...(state && { state }),
      ...(search && { search }),
      page,
      pageSize,
    });
    return { rows: await presentAttemptRows(services.db, rows, member), total, page, pageSize };
  });
