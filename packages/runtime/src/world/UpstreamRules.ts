// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { UpstreamRequest } from '@assay/runtime/world';
import type { Route } from './parseRoute.ts';

type Rule<T> = { route: Route; left: number; limited: boolean; value: T; ofTest: boolean };
type Given = { route: Route; times: number | undefined; ofTest: boolean };

/** What tests have said about one kind of behaviour; `Upstream` says which of several holds. */
export class UpstreamRules<T> {
  #rules: Rule<T>[] = [];

  add(value: T, { route, times, ofTest }: Given): void {
    this.#rules.push({
      route,
      left: times ?? Infinity,
      limited: times !== undefined,
      value,
      ofTest,
    });
  }

  /** The value that holds for a request, with the route's placeholders; it counts unless `accept` refuses it. */
  take(
    request: Pick<UpstreamRequest, 'method' | 'path'>,
    accept: (value: T) => boolean = () => true,
  ): { value: T; params: Record<string, string> } | undefined {
    const limited = this.#rules.filter((rule) => rule.limited);
    const unlimited = this.#rules.filter((rule) => !rule.limited).toReversed();
    for (const rule of [...limited, ...unlimited]) {
      const params = rule.left > 0 ? rule.route(request.method, request.path) : undefined;
      if (!params || !accept(rule.value)) continue;
      rule.left -= 1;
      return { value: rule.value, params };
    }
    return undefined;
  }

  forgetTest(): void {
    this.#rules = this.#rules.filter((rule) => !rule.ofTest);
  }

  clear(): void {
    this.#rules = [];
  }
}
