import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { buildContext } from './buildContext.ts';
import { type Image, insideImage } from './insideImage.ts';
import { type Instruction, listedCommand, readDockerfile } from './readDockerfile.ts';

const run = promisify(execFile);
/** What `npm ls` may print, bytes. */
const listBytes = 10_000_000;

/**
 * Makes a stage of our Dockerfile in `folder` without Docker: its own copies and commands, from the files that an image
 * is made from. Four things are not done: the base image, packages of the system, the stages in `without`, whose files
 * stay away, and npm's download; the packages that it would install are taken from here.
 */
export async function assembleImage(
  root: string,
  target: string,
  { folder, without = [] }: { folder: string; without?: string[] },
): Promise<Image> {
  const stages = readDockerfile(join(root, 'docker/Dockerfile'));
  const context = buildContext(root);
  const image: Image = { folder, env: {}, workdir: '/', user: 'root', command: [] };
  await follow(target);
  return image;

  async function follow(name: string): Promise<void> {
    const stage = stages.get(name);
    if (stage === undefined) throw new Error(`There is no stage "${name}".`);
    if (stages.has(stage.from)) await follow(stage.from);
    for (const instruction of stage.instructions) await obey(instruction);
  }

  async function obey({ keyword, text, copiesFrom }: Instruction): Promise<void> {
    const place = join(folder, image.workdir);
    switch (keyword) {
      case 'WORKDIR':
        image.workdir = text;
        await mkdir(join(folder, text), { recursive: true });
        break;
      case 'ENV': {
        const [name = '', value = ''] = text.split('=');
        image.env[name] = value;
        break;
      }
      case 'USER':
        image.user = text;
        break;
      case 'CMD':
        image.command = listedCommand(text);
        break;
      case 'COPY':
        await copy(copiesFrom, text.split(/\s+/), place);
        break;
      case 'RUN':
        await perform(text.replaceAll(/\s*\\\n\s*/g, ' ').split(' '), place);
        break;
      default:
    }
  }

  async function copy(from: string | undefined, paths: string[], place: string): Promise<void> {
    const to = join(place, paths.at(-1) ?? '');
    for (const source of paths.slice(0, -1)) {
      if (from !== undefined) {
        await copyFromStage(from, source, to);
        continue;
      }
      const files = context.filter((path) => path === source || path.startsWith(`${source}/`));
      if (files.length === 0)
        throw new Error(`An image would copy "${source}", which is not there.`);
      for (const file of files) {
        // One file keeps its name; of a folder it is what is inside that is copied.
        const name = file === source ? basename(file) : relative(source, file);
        await cp(join(root, file), join(to, name));
      }
    }
  }

  async function copyFromStage(from: string, source: string, to: string): Promise<void> {
    if (without.includes(from)) return;
    const other = await mkdtemp(`${folder}-${from}-`);
    try {
      await assembleImage(root, from, { folder: other, without });
      await link(join(other, source), ['.'], to);
    } finally {
      await rm(other, { recursive: true });
    }
  }

  async function perform([program = '', ...args]: string[], place: string): Promise<void> {
    if (program === 'apt-get') return;
    if (program === 'npm') return link(root, await listInstalled(root, args), place);
    const [file, ...inside] = await insideImage(image, [program, ...args], { building: true });
    await run(file, inside);
  }
}

/** Where the packages are that `npm ci` with these arguments would install, ours as links; and what it notes of them. */
async function listInstalled(root: string, [, ...options]: string[]): Promise<string[]> {
  const list = ['ls', '--all', '--parseable', ...options];
  const { stdout } = await run('npm', list, { cwd: root, maxBuffer: listBytes });
  const packages = stdout
    .split('\n')
    .map((path) => relative(root, path))
    .filter((path) => path.includes('node_modules'));
  return ['node_modules/.package-lock.json', ...packages];
}

/** Copies at once where one file system holds both, by names for the same files. */
async function link(from: string, paths: string[], to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const args = ['--archive', '--parents', '--target-directory', to, ...paths];
  await run('cp', ['--link', ...args], { cwd: from }).catch(() => run('cp', args, { cwd: from }));
}
