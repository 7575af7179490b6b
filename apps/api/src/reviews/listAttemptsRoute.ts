import { listReviewQueue } from '@assay/db';
import { asStaff, routes } from '#http/routes.ts';
import { presentAttemptRows } from './presentAttemptRows.ts';
import { viewOf } from './reviewSight.ts';

const pageSize = 25;

export const listAttemptsRoute = routes.review.listAttempts
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { state, search, wanted, page } = input;
    const { rows, total } = await listReviewQueue(services.db, {
      ...viewOf(member, services.now()),
      ...(state && { state }),
      ...(search && { search }),
      ...(wanted && { wanted: true }),
      page,
      pageSize,
    });
    return { rows: await presentAttemptRows(services.db, rows, member), total, page, pageSize };
  });
