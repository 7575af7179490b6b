import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bundleProgram } from './bundleProgram.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-bundle-'));
  await writeFile(join(folder, 'secret.json'), 'CANARY of this machine');
  await writeFile(join(folder, 'secret.txt'), 'CANARY of this machine');
});
afterAll(() => rm(folder, { recursive: true }));

const bundled = (code: string) =>
  bundleProgram({ files: { 'src/index.ts': code }, entry: 'src/index.ts', name: 'solution.js' });

describe("a program's own files", () => {
  it('lead to no file of the machine, whatever names it', async () => {
    const up = '../'.repeat(20);
    for (const code of [
      `export const a = 1;\n//# sourceMappingURL=file://${folder}/secret.json\n`,
      `export const a = 1;\n//@ sourceMappingURL=${up}${folder}/secret.json`,
      `export const a = 1;\n/*# sourceMappingURL=${folder}/secret.json */`,
      `//# sourceMappingURL=file://${folder}/secret.json\nexport const a = 1;\n/*`,
      `import a from '${folder}/secret.txt'; export { a };`,
      `import a from '${up}${folder}/secret.txt'; export { a };`,
      `import a from 'file://${folder}/secret.txt'; export { a };`,
      `import a from './secret.txt' with { type: 'text' }; export { a };`,
      `export const a = () => import(\`${up}${folder}/\${globalThis.name}.json\`);`,
      `export const a = require('${up}${folder}/' + globalThis.name);`,
      `export const a = new URL('${folder}/secret.txt', import.meta.url);`,
      `/// <reference path="${folder}/secret.txt" />\nexport const a = 1;`,
    ]) {
      expect(JSON.stringify(await bundled(code))).not.toContain('CANARY');
    }
  });

  it('cannot be looked for by a pattern, and the answer does not depend on what is there', async () => {
    const looking = (name: string) =>
      bundled(
        `export const a = () => import(\`${'../'.repeat(20)}${folder}/${name}\${globalThis.b}.json\`);`,
      );
    const [there, notThere] = [await looking('sec'), await looking('nothing')];
    expect(there).toMatchObject({
      ok: false,
      diagnostics: [{ message: expect.stringContaining('names one file') }],
    });
    expect(notThere).toEqual(there);
  });

  it('keep their own lines when they name a source map', async () => {
    const result = await bundled(
      'export const a = () => {\n  throw new Error();\n};\n//# sourceMappingURL=data:application/json,{}\n',
    );
    expect(result).toMatchObject({ ok: true });
    const map = JSON.parse(result.ok ? result.program.sourceMap : '{}') as { sources: string[] };
    expect(map.sources).toContain('workspace:src/index.ts');
  });
});
