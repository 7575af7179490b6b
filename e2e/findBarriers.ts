import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 up to level AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const isMoving = `document.getAnimations().some(
  ({ playState, effect }) => playState === 'running' && effect.getTiming().iterations !== Infinity,
)`;

/** What keeps people out of a page as it is now, as far as a program can tell: a line for each element. */
export async function findBarriers(page: Page): Promise<string[]> {
  // What fades in has no contrast yet.
  while (await page.evaluate<boolean>(isMoving)) await page.waitForTimeout(30);
  // A page keeps it until it is left.
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const options = JSON.stringify({ runOnly: rules, resultTypes: ['violations'] });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help}: ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}
