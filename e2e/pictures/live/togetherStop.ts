import type { Page } from 'playwright-core';
import type { Tour } from '#e2e/pictures/Tour.ts';
import { openFile, openStage, shootSides } from './openStage.ts';

type Sides = { interviewer: Page; candidate: Page; observer: Page };

/** Each of these takes most of a second of CPU, so that results can be seen to come one by one. */
const slowTests = `import { api } from 'world';

const work = (rounds: number) => {
  let sum = 0;
  for (let round = 0; round < rounds; round += 1) sum = (sum * 31 + round) % 1_000_003;
  return sum;
};

it.each(['first', 'second', 'third', 'fourth', 'fifth', 'sixth'])('answers the %s time', async () => {
  expect(work(60_000_000)).toBeGreaterThanOrEqual(0);
  expect((await api.get('/bookings/1/payments')).status).toBe(200);
});
`;

/** Talking and running, as interviewer, candidate and observer see it. */
export async function togetherStop(tour: Tour): Promise<void> {
  const { camera } = tour;
  const session = {
    title: 'Payments, together',
    slug: 'payments-idempotency',
    prepared: [
      {
        id: crypto.randomUUID(),
        title: 'Asked six times',
        files: { 'tests/six.test.ts': slowTests },
      },
    ],
  };
  const { host, candidate, observer } = await openStage(tour, session);
  const sides = { interviewer: host, candidate, observer };
  await chat(tour, sides);
  await call(tour, sides);
  await run(tour, sides);
  await explore(tour, sides);
  for (const page of [host, candidate]) await page.getByRole('tab', { name: /^History/ }).click();
  await shootSides(camera, 'live-history', { interviewer: host, candidate });
  for (const page of [candidate, observer]) await page.context().close();
}

async function chat({ camera }: Tour, sides: Sides): Promise<void> {
  const { interviewer, candidate, observer } = sides;
  for (const page of [candidate, observer]) await page.getByRole('tab', { name: 'Chat' }).click();
  await shootSides(camera, 'live-chat-empty', { candidate, observer });
  const say = async (page: Page, text: string) => {
    const field = page.getByRole('textbox', { name: 'Message' });
    await field.fill(text);
    await field.press('Enter');
  };
  await say(
    candidate,
    'Is this what you mean?\n```ts\nconst held = await claim(key, { seconds: 30 });\nif (held === undefined) return res.status(409).json({ error: "in_progress" });\n```',
  );
  await interviewer.getByRole('tab', { name: 'Chat 1 unread' }).waitFor();
  await camera.shoot(interviewer, 'live-chat-unread');
  await interviewer.getByRole('tab', { name: 'Chat 1 unread' }).click();
  await say(interviewer, 'Nearly. What does the second caller read while the first still pays?');
  await say(interviewer, 'https://docs.example/payments/a-rather-long-address#what-is-not-known');
  for (const page of [candidate, observer])
    await page.getByText('#what-is-not-known').last().waitFor();
  await shootSides(camera, 'live-chat', sides);
}

async function call({ camera }: Tour, sides: Sides): Promise<void> {
  const { interviewer, candidate, observer } = sides;
  await candidate.getByRole('button', { name: 'Join the call' }).click();
  await candidate.getByText('Your browser does not let this page use the microphone.').waitFor();
  await shootSides(camera, 'live-call-refused', { interviewer, candidate });
  await candidate.getByRole('button', { name: 'Leave' }).click();
  for (const page of [interviewer, candidate]) {
    await page.context().grantPermissions(['microphone', 'camera']);
    await page.getByRole('button', { name: 'Join the call' }).click();
    await page.getByRole('button', { name: 'Camera', exact: true }).click();
  }
  await observer.getByRole('button', { name: 'Listen to the call' }).click();
  for (const page of [interviewer, candidate]) await page.getByLabel(/^Picture of/).waitFor();
  await interviewer
    .getByRole('list', { name: 'People in the call' })
    .getByText('listening')
    .waitFor();
  await shootSides(camera, 'live-call', sides);
  await candidate.getByRole('button', { name: 'Microphone', exact: true }).click();
  await candidate.getByRole('button', { name: 'Camera', exact: true }).click();
  await interviewer.getByText('muted').first().waitFor();
  await shootSides(camera, 'live-call-muted', { interviewer, candidate });
  for (const page of Object.values(sides))
    await page.getByRole('button', { name: 'Leave' }).click();

  await interviewer.getByRole('button', { name: 'Hold the call elsewhere' }).click();
  await interviewer.getByRole('textbox', { name: 'Meeting link' }).fill('http://meet.example');
  await interviewer.getByText('A meeting link begins with https://.').waitFor();
  await camera.shoot(interviewer, 'live-meeting-wrong');
  await interviewer
    .getByRole('textbox', { name: 'Meeting link' })
    .fill('https://meet.example/payments-noor');
  await interviewer.getByRole('button', { name: 'Use this link' }).click();
  await candidate.getByRole('link', { name: /meet\.example/ }).waitFor();
  await shootSides(camera, 'live-meeting', { interviewer, candidate });
}

async function run({ camera }: Tour, sides: Sides): Promise<void> {
  const { interviewer, candidate } = sides;
  await interviewer.getByRole('button', { name: 'More to run' }).click();
  await interviewer.getByRole('menuitem', { name: /Run hidden tests/ }).waitFor();
  await camera.shoot(interviewer, 'live-run-menu');
  await interviewer.keyboard.press('Escape');
  await interviewer.keyboard.press('Alt+1');
  await openFile(interviewer, 'six.test.ts');
  await interviewer.locator('.monaco-editor .view-line', { hasText: 'const work' }).waitFor();
  await candidate.keyboard.press('Control+Enter');
  await Promise.all(
    Object.entries({ interviewer, candidate }).map(async ([who, page]) => {
      await page
        .getByText(/hold so far/)
        .first()
        .waitFor();
      await page.screenshot({ path: camera.path(`live-running-${who}`) });
    }),
  );
  await interviewer.getByText('Noor Haddad ran the tests').first().waitFor();
  for (const page of [interviewer, candidate])
    await page.locator('[data-differs]').first().waitFor();
  await shootSides(camera, 'live-run', sides);
  await interviewer.keyboard.press('Control+Shift+Enter');
  await interviewer.getByText('You ran the hidden tests').first().waitFor();
  await shootSides(camera, 'live-hidden', { interviewer, candidate });
}

async function explore({ camera }: Tour, sides: Sides): Promise<void> {
  const { interviewer, candidate } = sides;
  for (const page of [interviewer, candidate])
    await page.getByRole('tab', { name: 'HTTP' }).click();
  await candidate.getByRole('textbox', { name: 'Path' }).fill('/bookings/1/payments');
  await candidate.getByRole('button', { name: 'Send' }).first().click();
  const answer = (page: Page) => page.getByRole('region', { name: 'Response' });
  await answer(interviewer).getByText('200', { exact: true }).waitFor();
  await interviewer.getByRole('textbox', { name: 'Path' }).fill('/nowhere');
  await interviewer.getByRole('button', { name: 'Send' }).first().click();
  await answer(candidate).getByText('404', { exact: true }).waitFor();
  await shootSides(camera, 'live-http', { interviewer, candidate });
  for (const page of [interviewer, candidate]) await page.getByRole('tab', { name: 'SQL' }).click();
  await candidate
    .getByRole('textbox', { name: 'SQL' })
    .fill('select table_name, column_name, data_type from information_schema.columns limit 30');
  await candidate.keyboard.press('Alt+Enter');
  for (const page of [interviewer, candidate])
    await page.getByRole('columnheader', { name: 'table_name' }).waitFor();
  await shootSides(camera, 'live-sql', { interviewer, candidate });
}
