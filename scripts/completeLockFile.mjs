/**
 * `node scripts/completeLockFile.mjs`: adds to package-lock.json the packages for platforms that the
 * registry in use does not offer, so that `npm ci` works on every platform. Their names say which platform
 * they are for. Needed after `npm install` when `npm test` says that the lock file is incomplete.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { findMissingPlatforms } from './lockFile/findMissingPlatforms.mjs';

/** Parts of a name and npm's word for what they mean, the more special ones first. */
const systems = {
  darwin: 'darwin',
  win: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  openharmony: 'openharmony',
  linux: 'linux',
};
const processors = {
  arm64: 'arm64',
  x64: 'x64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  ia32: 'ia32',
  loong64: 'loong64',
  arm: 'arm',
  64: 'x64',
};

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
const missing = findMissingPlatforms(lock);
for (const { name, version, of } of missing) {
  const platform = name.slice(name.lastIndexOf('/') + 1);
  const os = read(systems, platform);
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [read(processors, platform)],
    ...(of.dev && { dev: true }),
    ...(of.devOptional && { devOptional: true }),
    ...(os === 'linux' &&
      /gnu|musl/.test(platform) && { libc: [/musl/.test(platform) ? 'musl' : 'glibc'] }),
    ...(of.license && { license: of.license }),
    optional: true,
    os: [os],
    ...(of.engines?.node && { engines: { node: of.engines.node } }),
  };
}
const { '': root, ...others } = lock.packages;
const sorted = Object.entries(others).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = { '': root, ...Object.fromEntries(sorted) };
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} packages for other platforms added to package-lock.json.`);

function read(words, platform) {
  const part = Object.keys(words)
    .toSorted((a, b) => Number(/^\d/.test(a)) - Number(/^\d/.test(b)))
    .find((word) => platform.includes(word));
  if (part === undefined) throw new Error(`Which platform is ${platform} for?`);
  return words[part];
}
