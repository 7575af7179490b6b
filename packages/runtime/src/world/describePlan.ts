// oxlint-disable-next-line no-restricted-imports -- types alone, of the package itself
import type { Plan } from '@assay/runtime/world';

/** A step of EXPLAIN (FORMAT JSON), as far as it is read here. */
export type ExplainedPlan = {
  'Node Type': string;
  'Total Cost'?: number;
  'Relation Name'?: string;
  'Index Name'?: string;
  Plans?: ExplainedPlan[];
};

/** The tables and indexes that a plan reads, and its steps from the outside in. */
export function describePlan(plan: ExplainedPlan): Omit<Plan, 'text'> {
  const steps = listSteps(plan);
  const names = (found: (string | undefined)[]) => [
    ...new Set(found.filter((name) => name !== undefined)),
  ];
  return {
    sequentialScans: names(
      steps.filter((step) => step['Node Type'] === 'Seq Scan').map((step) => step['Relation Name']),
    ),
    indexes: names(steps.map((step) => step['Index Name'])),
    steps: steps.map((step) => step['Node Type']),
    cost: plan['Total Cost'] ?? 0,
  };
}

function listSteps(plan: ExplainedPlan): ExplainedPlan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(listSteps)];
}
