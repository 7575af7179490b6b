import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Namespaces } from './Confinement.ts';
import { readEnvironment } from './env.ts';
import { ProfileUnavailable } from './ProfileUnavailable.ts';

/** Whom runners run as where we are root: an id that neither Debian nor systemd gives to anybody. */
const runnerUid = 65_530;

/**
 * Finds what profile `namespaces` needs. That it is there does not mean yet that it works.
 * @throws {ProfileUnavailable} with what is missing.
 */
export function findNamespaces(env = readEnvironment()): Namespaces {
  if (process.platform !== 'linux')
    throw new ProfileUnavailable(`namespaces exist on Linux only, and this is ${process.platform}`);
  const bwrap = findProgram(env.ASSAY_BWRAP ?? 'bwrap', env.PATH);
  if (bwrap === undefined)
    throw new ProfileUnavailable(
      env.ASSAY_BWRAP === undefined
        ? 'bubblewrap is not installed: install the package bubblewrap, or name its program bwrap in ASSAY_BWRAP'
        : `ASSAY_BWRAP names ${env.ASSAY_BWRAP}, which is no program`,
    );
  const prlimit = findProgram('prlimit', env.PATH);
  if (prlimit === undefined)
    throw new ProfileUnavailable('prlimit is not installed: install the package util-linux');
  const programs = [process.execPath, prlimit];
  return {
    profile: 'namespaces',
    bwrap,
    prlimit,
    systemFiles: [...new Set([...programs, ...programs.flatMap(sharedLibraries)])],
    uid: process.getuid?.() === 0 ? runnerUid : undefined,
  };
}

function findProgram(name: string, path: string): string | undefined {
  const candidates = isAbsolute(name)
    ? [name]
    : // Where system programs are, also for an environment that has no PATH.
      [...path.split(delimiter), '/usr/bin', '/bin'].map((folder) => join(folder, name));
  return candidates.find((file) => isAbsolute(file) && isProgram(file));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The dynamic loader and all that it loads for `program`, as the loader itself tells. Source: ld.so(8). */
function sharedLibraries(program: string): string[] {
  const listing = execFileSync(program, {
    env: { LD_TRACE_LOADED_OBJECTS: '1' },
    encoding: 'utf8',
  });
  return listing.match(/\/\S+/g) ?? [];
}
