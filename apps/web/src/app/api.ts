import type { contract } from '@assay/contracts/http';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import routes from 'virtual:contract-routes';

/** What is known of the contract here: what everybody may call, and, once `addStaffRoutes` was called, the rest. */
const link = new OpenAPILink(routes, { url: `${window.location.origin}/api` });

/** The HTTP contract as typed calls; each rejects with an `ORPCError` that `describeProblem` puts into words. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> =
  createORPCClient(link);

/** The same calls as options for TanStack Query. */
export const api = createTanstackQueryUtils(client);
