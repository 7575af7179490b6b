import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
];
const schemes = ['light', 'dark'] as const;

const isMoving = `document.getAnimations().some(
  ({ playState, effect }) => playState === 'running' && effect.getTiming().iterations !== Infinity,
)`;

/** After a change of colours the editor colours its code anew; a text may also have none. */
const isColoured = `new Set(
  [...document.querySelectorAll('.view-line span span')].map(({ className }) => className),
).size > 1`;

/** How high a page is with nothing left to scroll, CSS pixels. Pages for staff scroll below their bar, reports below theirs. */
const wholeHeight = `Math.max(
  document.documentElement.scrollHeight,
  ...[...document.querySelectorAll('#content, #content *')]
    .filter((part) => part.scrollHeight > part.clientHeight && part.clientWidth > innerWidth / 2)
    .filter((part) => getComputedStyle(part).overflowY === 'auto')
    .map((part) => part.getBoundingClientRect().top + part.scrollHeight),
)`;

/** Takes every picture in all sizes and colours: `<folder>/<name>-<width>-<colours>.png`. */
export class Camera {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Where a single picture goes that is taken in no other size or colours. */
  path(name: string, type: 'png' | 'pdf' = 'png'): string {
    return join(this.#folder, `${name}.${type}`);
  }

  /** `whole` shows all of a page that scrolls; `contrast` adds the colours of raised contrast. */
  async shoot(
    page: Page,
    name: string,
    { whole = false, contrast = false }: { whole?: boolean; contrast?: boolean } = {},
  ): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const before = page.viewportSize();
    const looks = schemes.flatMap((colorScheme) =>
      (contrast ? (['no-preference', 'more'] as const) : (['no-preference'] as const)).map(
        (wanted) => ({
          media: { colorScheme, contrast: wanted },
          tag: wanted === 'more' ? `${colorScheme}-contrast` : colorScheme,
        }),
      ),
    );
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const { tag, media } of looks) {
        await page.emulateMedia(media);
        await settle(page);
        if (whole) {
          const height = Math.max(size.height, await page.evaluate<number>(wholeHeight));
          await page.setViewportSize({ ...size, height });
          await settle(page);
        }
        await page.screenshot({ path: join(this.#folder, `${name}-${size.width}-${tag}.png`) });
        if (whole) await page.setViewportSize(size);
      }
    }
    await page.emulateMedia({ colorScheme: null, contrast: null });
    if (before) await page.setViewportSize(before);
  }
}

/** Waits until nothing fades or moves any more, and the editor has laid itself out. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  if ((await page.locator('.monaco-editor').count()) > 0)
    await page.waitForFunction(isColoured, undefined, { timeout: 3_000 }).catch(() => undefined);
  while (await page.evaluate<boolean>(isMoving)) await page.waitForTimeout(30);
}
