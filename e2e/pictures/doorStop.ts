import { newPage, type Tour } from './Tour.ts';

/** What one meets before one is in, and where nothing is. */
export async function doorStop({ assay, browser, camera, address }: Tour): Promise<void> {
  const page = await newPage(browser);
  await page.goto(address('/sign-in'));
  await page.getByLabel('Email').waitFor();
  await camera.shoot(page, 'door-sign-in');
  await page.getByLabel('Email').fill('nobody@demo.example');
  await page.getByRole('textbox', { name: 'Password' }).fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').first().waitFor();
  await camera.shoot(page, 'door-sign-in-refused');

  await page.goto(assay.link('Interviewer'));
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  await camera.shoot(page, 'door-one-time-link');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: 'Ivo Petrov' }).click();
  await page.getByRole('menuitem', { name: 'Set a password' }).waitFor();
  await camera.shoot(page, 'door-menu');
  await page.getByRole('menuitem', { name: 'Set a password' }).click();
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set password' }).click();
  await camera.shoot(page, 'door-set-password');

  const stranger = await newPage(browser);
  await stranger.goto(address('/c/not-a-link-at-all'));
  await stranger.getByText('We do not know this link', { exact: false }).first().waitFor();
  await camera.shoot(stranger, 'door-unknown-link');
  await stranger.goto(address('/nowhere/at/all'));
  await stranger.getByRole('heading').first().waitFor();
  await camera.shoot(stranger, 'door-not-found');
  await stranger.goto(address('/attempts/5e7a11ed-0000-4000-8000-00000000ffff'));
  await stranger.getByRole('alert').waitFor();
  await camera.shoot(stranger, 'door-lost-session');
}
