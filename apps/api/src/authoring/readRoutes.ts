import { findChallengeSource, listAuthorRows } from '@assay/db';
import { notFound, unwrap } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { loadAuthored } from './loadAuthored.ts';
import { presentAuthorRow } from './presentAuthorRow.ts';

const pageSize = 50;

export const listChallengesRoute = routes.author.listChallenges
  .use(asStaff)
  .handler(async ({ input, context: { services } }) => {
    const { search, level, proof, retired, page } = input;
    const { rows, total } = await listAuthorRows(services.db, {
      ...(search && { search }),
      ...(level && { level }),
      ...(proof && { proof }),
      retired,
      page,
      pageSize,
    });
    return { rows: rows.map(presentAuthorRow), total, page, pageSize };
  });

export const getChallengeRoute = routes.author.getChallenge
  .use(asStaff)
  .handler(({ input: { slug }, context: { services, member } }) =>
    loadAuthored(services.db, slug, member),
  );

export const getVersionRoute = routes.author.getVersion
  .use(asStaff)
  .handler(async ({ input: { slug, hash }, context: { services } }) => {
    const files = await findChallengeSource(services.db, slug, hash);
    return files === undefined ? unwrap<never>(notFound) : { files };
  });
