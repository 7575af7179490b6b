import { lazy } from 'react';
import type { RouteObject } from 'react-router';

/** A route as it is written down: its page is there, or is fetched when it is opened. */
export type AppRoute = {
  path?: string;
  index?: true;
  Component?: React.ComponentType;
  lazy?: () => Promise<{ Component: React.ComponentType }>;
  children?: AppRoute[];
};

/**
 * The routes as react-router takes them without its data router, which is as large as the rest of it together
 * and of which nothing is used: pages fetch by TanStack Query.
 */
export function lazyRoutes(routes: AppRoute[]): RouteObject[] {
  return routes.map(({ lazy: load, Component, children, index, path }) => {
    const Page = load ? lazy(async () => ({ default: (await load()).Component })) : Component;
    const element = Page ? <Page /> : undefined;
    const common = { ...(path !== undefined && { path }), element };
    return index
      ? { ...common, index }
      : { ...common, ...(children && { children: lazyRoutes(children) }) };
  });
}
