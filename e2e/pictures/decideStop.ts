import type { Page } from 'playwright-core';
import type { Tour } from './Tour.ts';

/** What people made of a candidate, weighed and decided, and two people who write the same thing at once. */
export async function decideStop({ camera, organiser: page, address }: Tour): Promise<void> {
  await openDesk(page, address, 'Mirela Popescu');
  await camera.shoot(page, 'decide-desk');
  await page.getByRole('link', { name: 'Candidate', exact: true }).click();
  await page.getByRole('heading', { name: /^Weighed for / }).waitFor();
  await camera.shoot(page, 'candidate', { whole: true, contrast: true });
  await page.getByRole('button', { name: 'Technical interview' }).click();
  await page.getByRole('heading', { name: 'Technical interview' }).first().waitFor();
  await camera.shoot(page, 'candidate-kit', { whole: true });
  await openDesk(page, address, 'Mirela Popescu');
  await page.getByRole('link', { name: 'Report', exact: true }).click();
  await page.getByRole('heading', { name: 'Mirela Popescu', level: 1 }).first().waitFor();
  await camera.shoot(page, 'report-weighed', { whole: true });

  await openDesk(page, address, 'Mirela Popescu');
  await page.getByRole('link', { name: 'Reviews', exact: true }).last().click();
  await page.getByRole('heading', { name: 'Reviews of Mirela Popescu' }).waitFor();
  await camera.shoot(page, 'reviews', { whole: true });
  await page
    .getByRole('button', { name: /^Override / })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'reviews-override');
  await page.keyboard.press('Escape');
  await decide(page, 'Advance', 'Exact where it matters, and calm about what she did not finish.');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await decide(other, 'Hold', 'Let us see the others first.');
  await other.getByRole('button', { name: 'Record the decision' }).click();
  await page.getByRole('region', { name: 'Changed meanwhile' }).waitFor();
  await page.getByRole('region', { name: 'Changed meanwhile' }).scrollIntoViewIfNeeded();
  await camera.shoot(page, 'reviews-decided-meanwhile', { contrast: true });
  await page.getByRole('button', { name: 'Go on with mine' }).click();
  await page.getByRole('button', { name: 'Replace the decision' }).click();
  await page.getByText('1 earlier decision').click();
  await camera.shoot(page, 'reviews-decided', { whole: true });

  await page.goto(address('/admin/roles'));
  await page.getByRole('link', { name: 'Backend engineer, fulfilment' }).click();
  await page.getByText('It assesses every must-have.').waitFor();
  await other.goto(page.url());
  await other.getByRole('textbox', { name: 'Who hires' }).fill('Northwind Robotics, Oslo');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.getByText('Nothing is changed yet.').waitFor();
  await page.getByRole('textbox', { name: 'Who hires' }).fill('Northwind Robotics, Bergen');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('region', { name: 'Changed meanwhile' }).waitFor();
  await camera.shoot(page, 'role-changed-meanwhile', { contrast: true });
  await page.getByRole('button', { name: 'Take theirs' }).click();
  await page.getByText('Nothing is changed yet.').waitFor();
  await other.close();
}

async function openDesk(page: Page, address: Tour['address'], name: string): Promise<void> {
  await page.goto(address(`/admin/candidates?view=list&search=${encodeURIComponent(name)}`));
  await page.getByRole('link', { name }).click();
  await page.locator('.monaco-editor .view-line').first().waitFor();
}

async function decide(page: Page, outcome: string, reason: string): Promise<void> {
  await page.getByRole('radio', { name: outcome }).click();
  await page.getByLabel('Reason').fill(reason);
}
