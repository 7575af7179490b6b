import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { type RunningAssay, startAssay } from './assay.ts';
import { openBrowser, openPage } from './browser.ts';
import { findBarriers } from './findBarriers.ts';
import { startTurnServer } from './startTurnServer.ts';

let assay: RunningAssay;
let browser: Browser;
/** A second one, for somebody at another computer. */
let elsewhere: Browser;
let turn: Awaited<ReturnType<typeof startTurnServer>>;

const turnSecret = 'shared with the relay';

beforeAll(async () => {
  turn = await startTurnServer(turnSecret);
  const settings = { ASSAY_ICE_SERVERS: turn.url, ASSAY_TURN_SECRET: turnSecret };
  [assay, browser, elsewhere] = await Promise.all([
    startAssay('people', settings),
    openBrowser(),
    openBrowser(),
  ]);
}, 240_000);
afterAll(async () => {
  await Promise.all([browser?.close(), elsewhere?.close()]);
  await assay?.stop();
  await turn?.close();
});

/** As the page of the parts calls its second person, and the second test its candidate. */
const noor = 'Noor “;}*{display:none}” <b>Haddad</b>';

it('lets two people see each other in the code and on the whiteboard, and draw and undo apart', async () => {
  const { page, complaints } = await openPage(browser, { width: 1440, height: 900 });
  const foreign: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http') && host !== new URL(page.url()).host)
      foreign.push(request.url());
  });
  await page.goto(assay.link('Admin'));
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Challenges' }).waitFor();
  foreign.length = 0;
  await page.goto(`${new URL(page.url()).origin}/theme/live`);
  const left = page.getByRole('region', { name: 'What interviewer sees' });
  const right = page.getByRole('region', { name: 'What candidate sees' });
  await left.locator('.view-line').nth(10).waitFor();
  await right.locator('.view-line').nth(10).waitFor();

  await seeEachOther(page, left, right);
  await drawTogether(page, left, right);
  expect(await findBarriers(page)).toEqual([]);
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
}, 180_000);

async function seeEachOther(page: Page, left: Locator, right: Locator): Promise<void> {
  await left.locator('.view-lines').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// Sam\n');
  await page.keyboard.press('Shift+ArrowDown');
  await line(right, '// Sam').waitFor();
  await right.locator('[class*=assay-person-]').first().waitFor({ state: 'attached' });
  await right.locator('[class*=caret] span', { hasText: 'Sam Ortiz' }).waitFor();

  await right.getByRole('button', { name: 'orders.ts' }).click();
  await right.locator('.view-lines').getByText('placeOrder').waitFor();
  await right.locator('.view-lines').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('// Noor');
  await left
    .getByRole('button', { name: /^orders\.ts/ })
    .getByLabel(`${noor} is here`)
    .waitFor();

  // Following opens their file; the name is text, whatever it says.
  await left.getByRole('button', { name: `Follow ${noor}` }).click();
  await line(left, '// Noor').waitFor();
  await left.locator('[class*=caret] span', { hasText: noor }).waitFor();
  await right.getByRole('button', { name: 'app.ts' }).click();
  await line(left, '// Sam').waitFor();
  await right.getByRole('button', { name: 'orders.ts' }).click();
  await line(left, '// Noor').waitFor();
  await left.locator('.view-lines').click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('// 2\n');
  await left.getByRole('button', { name: `Follow ${noor}`, pressed: false }).waitFor();

  // Undo takes back what oneself did: not the last change, but the own last one.
  await line(right, '// 2').waitFor();
  await right.locator('.view-lines').click();
  await page.keyboard.press('Control+Z');
  await line(left, '// Noor').waitFor({ state: 'detached' });
  await line(left, '// 2').waitFor();
}

function line(side: Locator, text: string): Locator {
  return side.locator('.view-line', { hasText: text });
}

async function drawTogether(page: Page, left: Locator, right: Locator): Promise<void> {
  await left.getByText('Whiteboard', { exact: true }).first().click();
  await right.getByRole('button', { name: 'Follow Sam Ortiz' }).click();
  const [board, others] = [
    left.getByRole('region', { name: 'Whiteboard' }),
    right.getByRole('region', { name: 'Whiteboard' }),
  ];
  await board.locator('canvas.interactive').waitFor();
  await others.locator('canvas.interactive').waitFor();
  await board.getByRole('button', { name: 'Service', exact: true }).click();
  await board.getByRole('button', { name: 'Queue', exact: true }).click();
  await others
    .getByRole('listitem')
    .getByText('Queue', { exact: true })
    .waitFor({ state: 'attached' });

  // An arrow from one to the other, drawn by the other person.
  await others.getByRole('radio', { name: 'Arrow' }).click({ force: true });
  const canvas = (await others.locator('canvas.interactive').boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(canvas.x + 255, canvas.y + 130);
  await page.mouse.down();
  await page.mouse.move(canvas.x + 280, canvas.y + 130, { steps: 4 });
  await board.getByText(noor, { exact: true }).last().waitFor();
  await page.mouse.move(canvas.x + 310, canvas.y + 130, { steps: 4 });
  await page.mouse.up();
  await board.getByText('Service → Queue').waitFor({ state: 'attached' });

  await page.getByRole('button', { name: 'Put nonsense on the board' }).click();
  await others.locator('canvas.interactive').click({ position: { x: 20, y: 300 } });
  // What was selected is a step of its own.
  for (
    let step = 0;
    step < 5 && (await board.getByText('Service → Queue').count()) > 0;
    step += 1
  ) {
    await page.keyboard.press('Control+Z');
    await board
      .getByText('Service → Queue')
      .waitFor({ state: 'detached', timeout: 2_000 })
      .catch(() => {});
  }
  expect(await board.getByText('Service → Queue').count()).toBe(0);
  await board
    .getByRole('listitem')
    .getByText('Service', { exact: true })
    .waitFor({ state: 'attached' });

  expect((await download(page, board, 'PNG')).subarray(1, 4).toString()).toBe('PNG');
  const svg = (await download(page, board, 'SVG')).toString();
  expect(svg).toContain('>Service</text>');
  expect(svg).toMatch(/@font-face.*Excalifont.*data:font\/woff2/s);

  await page.getByRole('checkbox', { name: 'The candidate may only read' }).check();
  await others.getByText('You can look at the board, not draw on it.').waitFor();
  await others.getByRole('radio', { name: 'Arrow' }).waitFor({ state: 'detached' });
}

async function download(page: Page, board: Locator, format: string): Promise<Buffer> {
  await board.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: format }).click(),
  ]);
  return readFile(await file.path());
}

it('lets people in a blank session write together and to each other, and hear and see each other', async () => {
  const staff = await openPage(browser, { width: 1440, height: 900 });
  const guest = await openPage(elsewhere, { width: 1440, height: 900 });
  for (const { page } of [staff, guest]) await page.addInitScript(keepConnections);
  await staff.page.goto(assay.link('Interviewer'));
  await staff.page.getByRole('button', { name: 'Sign in' }).click();
  await staff.page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await guest.page.goto(await prepareSession(staff.page));
  await guest.page.getByRole('tab', { name: 'Chat' }).click();

  await writeTogether(staff.page, guest.page);

  await writeToEachOther(staff.page, guest.page);
  await callEachOther(staff.page, guest.page);
  await callThroughTheRelay(staff.page, guest.page);
  await guest.page.context().clearPermissions();
  await listenWithoutPermission(guest.page, staff.page);
  expect(await findBarriers(guest.page)).toEqual([]);
  expect([...staff.complaints, ...guest.complaints]).toEqual([]);
}, 180_000);

/** Begins a session with nothing in it, and goes to its pad; answers the link of a candidate who is let in already. */
async function prepareSession(page: Page): Promise<string> {
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/live`);
  await page.getByRole('button', { name: 'Prepare a session' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A talk');
  await dialog.getByRole('radio', { name: 'Blank' }).check();
  await dialog.getByRole('button', { name: 'Prepare it' }).click();
  await page.getByRole('heading', { name: 'A talk' }).waitFor();
  const address = `${origin}/api${new URL(page.url()).pathname.replace('/live/', '/live/sessions/')}`;
  const post = async <Answer>(path: string, body: object = {}): Promise<Answer> => {
    const answer = await page.request.post(`${address}${path}`, { data: body });
    expect(answer.ok()).toBe(true);
    return (await answer.json()) as Answer;
  };
  type Added = { participant: { id: string }; link: string };
  const { participant, link } = await post<Added>('/participants', {
    role: 'candidate',
    name: noor,
  });
  await post('/start');
  await post(`/participants/${participant.id}/admit`, { admitted: true });
  await page.getByRole('link', { name: /the pad/ }).click();
  await page.getByRole('tab', { name: 'Chat' }).waitFor();
  return link;
}

/** An empty file is written by two, with a test that both see the result of; a name that reads like markup is text. */
async function writeTogether(staff: Page, guest: Page): Promise<void> {
  await staff.locator('.monaco-editor .view-lines').first().click();
  await staff.keyboard.insertText('export const twice = (n: number) => n * 2;');
  await guest.locator('.view-line', { hasText: 'twice' }).waitFor();
  await guest.locator('.monaco-editor .view-lines').first().click();
  await guest.keyboard.press('Control+Home');
  await guest.keyboard.type('// ours');
  await staff.locator('[class*=caret] span', { hasText: noor }).waitFor();
  await staff
    .getByRole('list', { name: 'People in this session' })
    .getByText(noor, { exact: true })
    .waitFor();
  await guest.keyboard.press('Alt+T');
  await staff.getByRole('img', { name: 'A test' }).first().waitFor();
  await staff.keyboard.press('Control+Enter');
  for (const page of [staff, guest]) await page.getByText('from the workspace').waitFor();
}

async function writeToEachOther(staff: Page, guest: Page): Promise<void> {
  const field = guest.getByRole('textbox', { name: 'Message' });
  await field.fill('Is this safe? <img src=x onerror=alert(1)>\n```ts\nconst a = "<b>bold</b>";');
  // In code, Enter is a new line.
  await field.press('Enter');
  await field.pressSequentially('```');
  await field.press('Enter');
  await guest.locator('[data-token=string]', { hasText: '"<b>bold</b>"' }).waitFor();
  await staff.getByRole('tab', { name: 'Chat 1 unread' }).waitFor();
  await staff.getByRole('status', { name: 'New messages' }).getByText('Is this safe?').waitFor();
  await staff.getByRole('tab', { name: 'Chat' }).click();
  await staff.getByText('<img src=x onerror=alert(1)>').last().waitFor();
  await staff.getByRole('tab', { name: 'Chat', exact: true }).waitFor();
  await staff.getByRole('textbox', { name: 'Message' }).fill('As text, yes.');
  await staff.getByRole('button', { name: 'Send' }).click();
  await guest.getByRole('group', { name: 'Messages' }).getByText('As text, yes.').waitFor();
}

async function callEachOther(staff: Page, guest: Page): Promise<void> {
  for (const page of [staff, guest]) {
    await page.context().grantPermissions(['microphone', 'camera']);
    await page.getByRole('button', { name: 'Join the call' }).click();
    await page.getByRole('button', { name: 'Camera', exact: true }).click();
  }
  await Promise.all([staff, guest].map(seesMovement));
  const others = staff
    .getByRole('list', { name: 'People in the call' })
    .getByRole('listitem')
    .filter({ hasText: noor });
  await others.getByText('speaking').waitFor();
  await guest.getByRole('button', { name: 'Microphone', exact: true }).click();
  await others.getByText('muted').waitFor();

  // A path that is lost is looked for again, by the same two.
  const before = await findPath(guest);
  await guest.evaluate('connections.at(-1).restartIce()');
  while ((await findPath(guest)) === before) await guest.waitForTimeout(50);
  await Promise.all([staff, guest].map(seesMovement));
  await guest.getByRole('button', { name: 'Leave' }).click();
  await others.waitFor({ state: 'detached' });
}

/** Where a firewall lets nothing pass from one to the other, the TURN server carries it. */
async function callThroughTheRelay(staff: Page, guest: Page): Promise<void> {
  for (const page of [staff, guest]) await page.evaluate('globalThis.relayAlone = true');
  await guest.getByRole('button', { name: 'Join the call' }).click();
  await guest.getByRole('button', { name: 'Camera', exact: true }).click();
  await Promise.all([staff, guest].map(seesMovement));
  const kind = await guest.evaluate(`(async () => {
    const stats = await connections.at(-1).getStats();
    const used = [...stats.values()].find(({ type, nominated }) => type === 'candidate-pair' && nominated);
    return stats.get(used.localCandidateId).candidateType;
  })()`);
  expect(kind).toBe('relay');
  await guest.getByRole('button', { name: 'Leave' }).click();
}

/** Keeps the connections of a page where a test can ask them, and keeps them from finding each other directly if told so. */
const keepConnections = `
  globalThis.connections = [];
  globalThis.relayAlone = false;
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration) {
      super({ ...configuration, iceTransportPolicy: relayAlone ? 'relay' : 'all' });
      connections.push(this);
    }
  };`;

/** Waits until pictures of somebody else’s camera arrive and are shown. */
async function seesMovement(page: Page): Promise<void> {
  await page.getByLabel(/^Picture of/).waitFor();
  const frames = (): Promise<number> =>
    page.evaluate(`(async () => {
      const stats = await connections.at(-1).getStats();
      return [...stats.values()].find(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')
        ?.framesDecoded ?? 0;
    })()`);
  const before = await frames();
  while ((await frames()) <= before) await page.waitForTimeout(50);
}

/** By what the two find each other at the moment. */
async function findPath(page: Page): Promise<string | undefined> {
  const sdp = await page.evaluate<string>('connections.at(-1).currentRemoteDescription?.sdp ?? ""');
  return /a=ice-ufrag:(\S+)/.exec(sdp)?.[1];
}

async function listenWithoutPermission(guest: Page, staff: Page): Promise<void> {
  await guest.getByRole('button', { name: 'Join the call' }).click();
  await guest.getByText('Your browser does not let this page use the microphone.').waitFor();
  await staff.getByRole('list', { name: 'People in the call' }).getByText('listening').waitFor();
  await seesMovement(guest);
}
