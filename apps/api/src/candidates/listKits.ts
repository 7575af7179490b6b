import { routes } from '#http/routes.ts';
import { listCriteria } from '#live/scorecards/listCriteria.ts';
import { kits } from './kits.ts';

export const listKitsRoute = routes.candidates.listKits.handler(() =>
  [...kits.values()].map(({ slug, title, plan }) => ({
    slug,
    title,
    skills: [...new Set(listCriteria(plan).flatMap(({ skills }) => skills))],
  })),
);
