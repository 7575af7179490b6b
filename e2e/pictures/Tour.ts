import type { Browser, Page } from 'playwright-core';
import { type RunningAssay } from '#e2e/assay.ts';
import { openPage } from '#e2e/browser.ts';
import { Camera } from './Camera.ts';

/** What every stop of the tour needs. */
export type Tour = {
  assay: RunningAssay;
  browser: Browser;
  camera: Camera;
  /** An admin, signed in. */
  organiser: Page;
  /** Somebody of another role, signed in by the link that works once. */
  signedIn(role: 'Interviewer' | 'Reviewer'): Promise<Page>;
  /** Invites somebody and answers their link. */
  invite(candidateName: string, assessment?: string): Promise<string>;
  address(path: string): string;
};

type Named = { id: string; title: string };

export async function beginTour(
  assay: RunningAssay,
  browser: Browser,
  folder: string,
): Promise<Tour> {
  const address = (path: string) => new URL(path, assay.link('Admin')).href;
  const organiser = await signIn(browser, assay.link('Admin'));
  const others = new Map<string, Promise<Page>>();
  return {
    assay,
    browser,
    camera: new Camera(folder),
    organiser,
    address,
    signedIn(role) {
      const known = others.get(role) ?? signIn(browser, assay.link(role));
      others.set(role, known);
      return known;
    },
    async invite(candidateName, assessment = 'Backend engineer') {
      const listed = await organiser.request.get(address('/api/assessments'));
      const found = ((await listed.json()) as Named[]).find(({ title }) => title === assessment);
      const answer = await organiser.request.post(address('/api/invitations'), {
        headers: { origin: new URL(assay.link('Admin')).origin },
        data: {
          assessmentId: found?.id,
          candidateName,
          candidateEmail: `${candidateName.split(' ')[0]?.toLowerCase()}@demo.example`,
        },
      });
      return ((await answer.json()) as { link: string }).link;
    },
  };
}

/** Somebody with a browser of their own, patient enough for a busy machine. */
export async function newPage(browser: Browser): Promise<Page> {
  const { page } = await openPage(browser);
  page.setDefaultTimeout(300_000);
  return page;
}

async function signIn(browser: Browser, link: string): Promise<Page> {
  const page = await newPage(browser);
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  return page;
}

/** Chooses from the menu at the end of the bar. */
export async function chooseFrom(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}
