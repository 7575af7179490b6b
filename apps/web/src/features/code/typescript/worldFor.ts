/**
 * Lets files in the folder `tests` of a workspace import 'world' and 'solution', as an author's tests do;
 * nothing outside of it finds them. `folder` is the workspace's in the editor.
 */
export function worldFor(folder: string, entry: string): Record<string, string> {
  const modules = `file:///${folder}/tests/node_modules`;
  return {
    [`${modules}/world/index.d.ts`]: "export * from '../../../../sandbox/world';\n",
    [`${modules}/solution/index.d.ts`]: `export * from '../../../${entry}';\n`,
  };
}
