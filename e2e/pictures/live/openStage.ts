import type { Page } from 'playwright-core';
import type { Camera } from '#e2e/pictures/Camera.ts';
import { newPage, type Tour } from '#e2e/pictures/Tour.ts';

/** A live session, its interviewer, and ways to fill it. */
export type Stage = {
  id: string;
  host: Page;
  /** Adds somebody who comes by a link, and answers it. */
  invite(role: 'candidate' | 'observer', name: string): Promise<Guest>;
  /** Does something to the session over HTTP, as its interviewer. */
  lead(path: string, data?: object): Promise<void>;
};
export type Guest = { participantId: string; link: string };

/** A session that is prepared, with nobody in it yet. */
export async function prepareStage(
  { signedIn, address }: Tour,
  session: { title: string; slug: string; plan?: object; prepared?: object[] },
): Promise<Stage> {
  const host = await signedIn('Interviewer');
  const post = async <Answer>(path: string, data: object): Promise<Answer> => {
    const answer = await host.request.post(address(`/api/live/sessions${path}`), {
      headers: { origin: new URL(address('/')).origin },
      data,
    });
    if (!answer.ok()) throw new Error(`${path} failed: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const { slug, ...about } = session;
  const { id } = await post<{ id: string }>('', {
    ...about,
    minutes: 60,
    from: { kind: 'challenge', slug },
  });
  return {
    id,
    host,
    async invite(role, name) {
      const added = await post<{ participant: { id: string }; link: string }>(
        `/${id}/participants`,
        { role, name },
      );
      return { participantId: added.participant.id, link: added.link };
    },
    lead: async (path, data = {}) => void (await post(`/${id}${path}`, data)),
  };
}

/** An open session, with its interviewer and those who were invited at the pad. */
export async function openStage(
  tour: Tour,
  session: Parameters<typeof prepareStage>[1],
): Promise<Stage & { candidate: Page; observer: Page }> {
  const stage = await prepareStage(tour, session);
  const { id, host, invite, lead } = stage;
  await lead('/start');
  const come = async (role: 'candidate' | 'observer', name: string) => {
    const { participantId, link } = await invite(role, name);
    await lead(`/participants/${participantId}/admit`, { admitted: true });
    const page = await newPage(tour.browser);
    await page.goto(link);
    return page;
  };
  await host.goto(tour.address(`/live/${id}/pad`));
  const candidate = await come('candidate', 'Noor Haddad');
  const observer = await come('observer', 'Oda Berg');
  for (const page of [host, candidate, observer])
    await page.locator('.monaco-editor .view-line').first().waitFor();
  return { ...stage, candidate, observer };
}

/** One moment as each of them sees it: `<name>-<who>`. */
export async function shootSides(
  camera: Camera,
  name: string,
  sides: Record<string, Page>,
): Promise<void> {
  for (const [who, page] of Object.entries(sides)) await camera.shoot(page, `${name}-${who}`);
}

/** Types at the beginning of the open file. */
export async function write(page: Page, text: string): Promise<void> {
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type(text);
}

export const openFile = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('button', { name: new RegExp(`^${name.replaceAll('.', '\\.')}`) })
    .first()
    .click();

/** Brings code or whiteboard to the front. */
export const bringUp = (page: Page, view: 'Code' | 'Whiteboard'): Promise<void> =>
  page.getByText(view, { exact: true }).first().click();
