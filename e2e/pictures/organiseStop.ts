import type { Tour } from './Tour.ts';

/** What admins do, and the pages that say what is wrong. */
export async function organiseStop({
  camera,
  organiser: page,
  address,
  invite,
}: Tour): Promise<void> {
  await page.goto(address('/theme'));
  await page.getByRole('heading', { name: 'Theme', level: 1 }).waitFor();
  await camera.shoot(page, 'theme', { whole: true, contrast: true });
  await page.goto(address('/admin/questions'));
  await page.getByRole('heading', { name: 'Questions', level: 1 }).waitFor();
  await camera.shoot(page, 'admin-questions');
  await page.goto(address('/admin/erasures'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await camera.shoot(page, 'admin-erasures-none');
  await page.goto(address('/admin/members'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'admin-members');
  await page.getByRole('button', { name: /^Add/ }).first().click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'admin-add-member');

  await page.goto(address('/admin/roles'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'admin-roles');
  await page.getByRole('link', { name: 'Backend engineer, fulfilment' }).click();
  await page.getByText('It assesses every must-have.').waitFor();
  await camera.shoot(page, 'admin-role', { whole: true });
  await page.goto(address('/admin/assessments'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'admin-assessments');
  await page.getByRole('link', { name: 'Backend engineer', exact: true }).click();
  await page.getByRole('button', { name: /^Change it/ }).waitFor();
  await camera.shoot(page, 'admin-assessment-locked', { whole: true });
  await page.getByRole('button', { name: /^Change it/ }).click();
  await page.getByRole('button', { name: 'Change it for this assessment' }).first().click();
  await camera.shoot(page, 'admin-assessment-next-version', { whole: true });

  await invite('Lucia Moretti');
  await page.goto(address('/admin/candidates?view=list'));
  await page.getByRole('cell').first().waitFor();
  await camera.shoot(page, 'admin-candidates-list');
  await page.goto(address('/admin/candidates'));
  await page.getByRole('link', { name: 'Lucia Moretti' }).waitFor();
  await camera.shoot(page, 'admin-candidates');
  const advanced = page.getByRole('region', { name: 'Advanced' });
  await advanced.getByRole('checkbox').nth(0).check();
  await advanced.getByRole('checkbox').nth(1).check();
  await camera.shoot(page, 'admin-candidates-chosen');
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await page.getByRole('rowheader', { name: 'Score of 5' }).waitFor();
  await camera.shoot(page, 'compare');
  await page.getByRole('columnheader').nth(1).getByRole('link').first().click();
  await page.getByRole('heading', { name: /^Decision: / }).waitFor();
  await camera.shoot(page, 'report', { whole: true });
  await page.goto(address('/admin/candidates'));
  await page.getByRole('button', { name: 'Actions for Lucia Moretti' }).click();
  await page.getByRole('menuitem', { name: 'Time' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'admin-time');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Invite a candidate' }).first().click();
  await page.getByRole('dialog').waitFor();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await camera.shoot(page, 'admin-invite-refused');
  const form = page.getByRole('dialog');
  await form.getByLabel('Name').fill('Sam Okafor');
  await form.getByLabel('Email').fill('sam@demo.example');
  await form.getByRole('button', { name: 'Make the link' }).click();
  await page.getByLabel('Link', { exact: true }).waitFor();
  await camera.shoot(page, 'admin-invited');
  await page.keyboard.press('Escape');
  await page.goto(address('/admin/candidates'));
  await page.getByRole('button', { name: 'Actions for Lucia Moretti' }).click();
  await page.getByRole('menuitem', { name: 'Revoke the link' }).click();
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'admin-revoke');
  await page.setViewportSize({ width: 640, height: 400 });
  await page.goto(address('/admin/candidates?view=list'));
  await page.getByRole('cell').first().waitFor();
  await page.screenshot({ path: camera.path('admin-candidates-zoomed') });
  await page.goto(address('/admin/candidates/invite'));
  await page
    .getByRole('textbox', { name: 'List of candidates' })
    .fill('Name;Email\nAda;ada.list.test');
  await page.getByText('it has no @', { exact: false }).waitFor();
  await page.screenshot({ path: camera.path('admin-invite-list-zoomed') });
  await page.goto(address('/review'));
  await page.getByRole('cell').first().waitFor();
  await page.screenshot({ path: camera.path('review-inbox-zoomed') });
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.route('**/api/members', (route) =>
    route.fulfill({
      status: 500,
      json: {
        defined: false,
        code: 'INTERNAL_SERVER_ERROR',
        status: 500,
        message:
          'Something went wrong on our side. What was saved before is safe; try again. Reference 7f3a22c1.',
      },
    }),
  );
  await page.goto(address('/admin/members'));
  await page.getByText('Something went wrong on our side', { exact: false }).first().waitFor();
  await camera.shoot(page, 'error-500');
  await page.unroute('**/api/members');
  await page.route('**/api/members', (route) => route.abort());
  await page.goto(address('/admin/members'));
  await page.getByText('We cannot reach the server').waitFor();
  await camera.shoot(page, 'error-unreachable');
  await page.unroute('**/api/members');
  await page.goto(address('/review/5e7a11ed-0000-4000-8000-00000000ffff'));
  await page.getByText('There is nothing here for you').waitFor();
  await camera.shoot(page, 'error-desk-missing');
}
