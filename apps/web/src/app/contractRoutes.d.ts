declare module 'virtual:contract-routes' {
  import type { AnyContractRouter } from '@orpc/contract';
  const routes: Record<string, AnyContractRouter>;
  export default routes;
}

declare module 'virtual:staff-routes' {
  import type { AnyContractRouter } from '@orpc/contract';
  const routes: Record<string, AnyContractRouter>;
  export default routes;
}
