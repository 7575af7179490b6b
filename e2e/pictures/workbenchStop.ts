import { goToFile, write } from '#e2e/openWorkbench.ts';
import { referenceInOneFile } from '#e2e/referenceInOneFile.ts';
import { chooseFrom, newPage, type Tour } from './Tour.ts';

const failing = `import express from 'express';
const app = express();
app.use(express.json());
app.get('/', (req, res) => {
  res.json({ hello: 'world' });
});
app.post('/orders', (req, res) => {
  console.log('got an order', req.body);
  throw new Error('not yet');
});
app.listen(3000);
`;
const busy = `import express from 'express';
express().use(() => { for (;;); }).listen(3000);
`;
const mistaken = `import express from 'express';
import children from 'node:child_process';

export const app: string = express();
`;

/** The candidate's hour. */
export async function workbenchStop({ browser, camera, invite }: Tour): Promise<void> {
  const page = await newPage(browser);
  await page.goto(await invite('Jonas Weber'));
  await page.getByRole('button', { name: /^Start, / }).click();
  const lines = page.locator('.monaco-editor .view-line');
  await lines.first().waitFor();
  const home = page.url().split('?')[0] ?? '';
  await page.goto(`${home}?challenge=orders-api`);
  await lines.first().waitFor();
  await camera.shoot(page, 'bench', { contrast: true });
  await page.getByRole('tab', { name: /^Hints/ }).click();
  await page.getByRole('button', { name: /hint/i }).first().click();
  await camera.shoot(page, 'bench-hints');
  await page.getByRole('tab', { name: 'Sandbox' }).click();
  await camera.shoot(page, 'bench-sandbox');
  await page.getByRole('tab', { name: 'Statement' }).click();

  await goToFile(page, 'src/index');
  await write(page, busy);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
  await camera.shoot(page, 'bench-running');
  await page.getByRole('button', { name: 'Cancel', exact: true }).waitFor({ state: 'detached' });
  await camera.shoot(page, 'bench-limit');

  await write(page, failing);
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-differs]').first().waitFor();
  await camera.shoot(page, 'bench-red', { contrast: true });
  await page.getByRole('tab', { name: 'Console' }).click();
  await camera.shoot(page, 'bench-console');

  await page.getByRole('tab', { name: 'HTTP' }).click();
  await page.getByRole('button', { name: 'Send' }).waitFor();
  await camera.shoot(page, 'bench-http-empty');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('region', { name: 'Response' }).getByText('"hello"').waitFor();
  await camera.shoot(page, 'bench-http', { contrast: true });

  await write(page, mistaken);
  await page.getByRole('tab', { name: /^Problems/ }).click();
  await page
    .getByText(/Cannot find module 'node:child_process'/)
    .first()
    .waitFor();
  await camera.shoot(page, 'bench-problems');
  await write(page, 'export const app = ;\n');
  await page.keyboard.press('Control+Enter');
  await page.getByText('The code does not compile.', { exact: false }).first().waitFor();
  await camera.shoot(page, 'bench-compile-error');
  await page.getByRole('tab', { name: /^History/ }).click();
  await camera.shoot(page, 'bench-history');

  await page.getByRole('button', { name: 'Compare with the starter or a run' }).click();
  await page.getByText(/files? differs?/).waitFor();
  await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
  await camera.shoot(page, 'bench-compare');
  await page.getByRole('button', { name: 'Close the comparison' }).click();

  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('textbox', { name: 'Search in all files' }).fill('order');
  await page.getByText(/\d+ lines in \d+ files/).waitFor();
  await camera.shoot(page, 'bench-search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+P');
  await page.getByRole('combobox', { name: "Part of a file's name" }).fill('s');
  await camera.shoot(page, 'bench-quick-open');
  await page.keyboard.press('Escape');
  await chooseFrom(page, 'Editor settings');
  await camera.shoot(page, 'bench-settings', { contrast: true });
  await page.keyboard.press('Escape');
  await chooseFrom(page, 'Keys');
  await camera.shoot(page, 'bench-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem').first().waitFor();
  await camera.shoot(page, 'bench-menu');
  await page.keyboard.press('Escape');

  await page.goto(`${home}?challenge=customer-report`);
  await lines.first().waitFor();
  await page.getByRole('tab', { name: 'SQL' }).click();
  await page
    .getByRole('textbox', { name: 'SQL' })
    .fill('select * from information_schema.columns limit 30');
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('columnheader', { name: 'table_name' }).waitFor();
  await camera.shoot(page, 'bench-sql');
  await page.getByRole('textbox', { name: 'SQL' }).fill('select * from nowhere');
  await page.keyboard.press('Alt+Enter');
  await page.getByText('relation "nowhere" does not exist').waitFor();
  await camera.shoot(page, 'bench-sql-error');

  await page.goto(`${home}?challenge=orders-api`);
  await lines.first().waitFor();
  await write(page, await referenceInOneFile('orders-api'));
  await page.keyboard.press('Control+Enter');
  await page
    .getByText(/^All \d+ behaviours hold\./)
    .first()
    .waitFor();
  await camera.shoot(page, 'bench-green', { contrast: true });
  await page.keyboard.press('Control+Shift+Enter');
  await page.getByRole('dialog').waitFor();
  await camera.shoot(page, 'bench-submit');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /submit/i })
    .click();
  await page.getByRole('heading', { name: 'Those that may be named' }).waitFor();
  await camera.shoot(page, 'bench-submitted');
}
