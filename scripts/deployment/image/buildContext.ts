import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

/** The files that an image can be made from: what git knows or would take, without what `.dockerignore` leaves out. */
export function buildContext(root: string): string[] {
  const rules = readFileSync(join(root, 'docker/Dockerfile.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ignores: !line.startsWith('!'), glob: line.replace(/^!/, '') }));
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: 1e9 });
  // The last rule that fits a file, or a folder that it is in, decides.
  const isIgnored = (path: string) =>
    rules.findLast(({ glob }) => withParents(path).some((part) => matchesGlob(part, glob)))
      ?.ignores;
  return files
    .split('\0')
    .filter((path) => path !== '' && isIgnored(path) !== true && existsSync(join(root, path)));
}

function withParents(path: string): string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
