import { type ExploreStep, maxAnswerLength, maxAnswerRows } from '@assay/contracts/http';

type Response = { status: number; headers: Record<string, string>; text: string };
type Modules = {
  world: {
    api: { request(request: object): Promise<Response> };
    postgres: { query(text: string): Promise<Record<string, unknown>[]> };
  };
  'assay:attach': { attach(text: string): void };
};
type Load = <Name extends keyof Modules>(name: Name) => Modules[Name];

/** The steps as a test file for the grader: one test each, which attaches what was answered. */
export function exploreProgram(steps: readonly ExploreStep[]): string {
  const limits = { length: maxAnswerLength, rows: maxAnswerRows };
  return `(function (exports, require) { "use strict";
(${declareSteps.toString()})(require, ${JSON.stringify(steps)}, ${JSON.stringify(limits)});
})
//# sourceURL=tests-0.js`;
}

/** Runs in the grader isolate: its text is sent there, so it uses nothing from around it but the tests' globals. */
function declareSteps(
  load: Load,
  steps: readonly ExploreStep[],
  limits: { length: number; rows: number },
): void {
  const { api, postgres } = load('world');
  const { attach } = load('assay:attach');
  const declare = Reflect.get(globalThis, 'it') as (name: string, run: () => Promise<void>) => void;
  const show = (value: unknown) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Date) return value.toISOString();
    return typeof value === 'string' ? value : JSON.stringify(value);
  };
  for (const [index, step] of steps.entries()) {
    declare(`step ${index}`, async () => {
      if (step.kind === 'sql') {
        const rows = await postgres.query(step.text);
        const columns = Object.keys(rows[0] ?? {});
        const shown = rows
          .slice(0, limits.rows)
          .map((row) => columns.map((name) => show(row[name])));
        attach(JSON.stringify({ columns, rows: shown, count: rows.length }));
        return;
      }
      const { method, path, headers, body } = step;
      const {
        status,
        headers: answered,
        text,
      } = await api.request({
        method,
        path,
        headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
        body,
      });
      const shown = text.slice(0, limits.length);
      attach(JSON.stringify({ status, headers: answered, text: shown, length: text.length }));
    });
  }
}
