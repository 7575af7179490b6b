import type { Page } from 'playwright-core';
import type { Tour } from './Tour.ts';

/** What admins look up: what is measured, what happened, who is told of it, and how programs come in. */
export async function officeStop({ camera, organiser: page, address }: Tour): Promise<void> {
  await page.goto(address('/admin/fairness'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'fairness', { whole: true, contrast: true });
  await page.goto(address('/challenges/sliding-window-rate-limiter/measured'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'measured', { whole: true });
  await page.goto(address('/admin/webhooks'));
  await page.getByRole('heading', { name: 'No other program is told anything' }).waitFor();
  await camera.shoot(page, 'webhooks-none');
  await addWebhook(page, camera);
  await page.goto(address('/admin/tokens'));
  await page.getByRole('heading', { name: 'No program has a token' }).waitFor();
  await camera.shoot(page, 'tokens-none');
  await makeToken(page, camera);
  for (const view of ['coming', 'held', 'nights']) {
    await page.goto(address(`/admin/erasures?view=${view}`));
    await page
      .getByRole('cell')
      .or(page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    await camera.shoot(page, `erasures-${view}`);
  }
  await page.goto(address('/admin/audit'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'audit');
  await page.goto(address('/admin/audit?area=webhook'));
  await page.getByRole('cell', { name: 'Webhook created' }).waitFor();
  await camera.shoot(page, 'audit-found');
  await page.goto(address('/admin/audit?search=nobody-at-all'));
  await page.getByRole('heading', { name: 'No entry is like this' }).waitFor();
  await camera.shoot(page, 'audit-nothing');
  await page.goto(address('/api/docs'));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await camera.shoot(page, 'api-docs');
}

async function addWebhook(page: Page, camera: Tour['camera']): Promise<void> {
  await page.getByRole('button', { name: 'Add a webhook' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('http://ats.example/hook');
  await dialog.getByLabel('What it is for').fill('Moves candidates in our tracking system');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText(/https/).last().waitFor();
  await camera.shoot(page, 'webhook-refused');
  await dialog
    .getByLabel('Address')
    .fill('https://tracking.northwind.example/integrations/assay/v1/incoming');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('It is shown only now.', { exact: false }).waitFor();
  await camera.shoot(page, 'webhook-secret');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'webhooks');
  await page.getByRole('link', { name: /^https:\/\/tracking/ }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'webhook', { whole: true });
}

async function makeToken(page: Page, camera: Tour['camera']): Promise<void> {
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Tracking system');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('checkbox').nth(1).check();
  await camera.shoot(page, 'token-new');
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  await dialog.getByText('It is shown only now.', { exact: false }).waitFor();
  await camera.shoot(page, 'token-secret');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'tokens');
}
