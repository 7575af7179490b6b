import { contract } from '@assay/contracts/http';
import { isContractProcedure } from '@orpc/contract';
import type { RouteName } from './policies.ts';

export type ContractRoute = { name: RouteName; method: string; path: string; summary: string };

/** Every route of the contract, found by walking it and not by naming them. */
export function listContractRoutes(routes: object = contract, prefix = ''): ContractRoute[] {
  return Object.entries(routes).flatMap(([key, value]: [string, unknown]) => {
    if (!isContractProcedure(value)) return listContractRoutes(value as object, `${prefix}${key}.`);
    const { method = '', path = '', summary = '' } = value['~orpc'].route;
    return [{ name: `${prefix}${key}` as RouteName, method, path, summary }];
  });
}
