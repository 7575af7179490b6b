import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';

/** What `npm run test:browser` has built. */
const dist = join(import.meta.dirname, '../dist');

/** What the first view of the lobby may need, gzipped, bytes. */
const lobbyBytes = 150_000;

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).default([]) }),
);
const manifest = Manifest.parse(
  JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')),
);

/** Files that are fetched with these, themselves among them. */
function filesOf(entries: string[], found = new Set<string>()): Set<string> {
  for (const entry of entries) {
    const chunk = manifest[entry];
    if (chunk === undefined) throw new Error(`The build has no ${entry}.`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    filesOf(chunk.imports, found);
  }
  return found;
}

function weigh(files: Iterable<string>): number {
  return [...files].reduce((sum, file) => {
    const path = join(dist, file);
    return sum + (statSync(`${path}.gz`, { throwIfNoEntry: false }) ?? statSync(path)).size;
  }, 0);
}

describe('the weight of the built app', () => {
  it('leaves the first view of the lobby below 150 KB of script', () => {
    const files = filesOf(['index.html', 'src/features/attempt/AttemptPage.tsx']);
    expect(files.size).toBeGreaterThan(3);
    expect(weigh(files)).toBeLessThan(lobbyBytes);
  });

  it('brings the editor only where there is one', () => {
    for (const page of ['attempt/AttemptPage', 'session/SignInPage', 'review/inbox/InboxPage']) {
      const names = [...filesOf(['index.html', `src/features/${page}.tsx`])].join(' ');
      expect(names).not.toMatch(/monaco|editor|typescript|Excalidraw/);
    }
  });
});
