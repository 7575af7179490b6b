import type { Tour } from './Tour.ts';

/** What admins look up: what is measured, what happened, who is told of it, and how programs come in. */
export async function officeStop({ camera, organiser: page, address }: Tour): Promise<void> {
  await page.goto(address('/admin/fairness'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'fairness', { whole: true, contrast: true });
  await page.goto(address('/challenges/sliding-window-rate-limiter/measured'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'measured', { whole: true });
  await page.goto(address('/admin/audit'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'audit');
  await page.goto(address('/admin/webhooks'));
  await page.getByRole('heading', { name: 'Webhooks', level: 1 }).waitFor();
  await camera.shoot(page, 'webhooks-none');
  await page.goto(address('/admin/tokens'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await camera.shoot(page, 'tokens-none');
}
