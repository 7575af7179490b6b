import routes from 'virtual:contract-routes';
import staffRoutes from 'virtual:staff-routes';

/** Lets the client of `api.ts`, which looks routes up when they are called, call those of staff too. */
export function addStaffRoutes(): void {
  Object.assign(routes, staffRoutes);
}
