/**
 * The first package that is installed in another version than the lock file asks for, or not at all.
 * `installed` is npm's own record in `node_modules/.package-lock.json`. Optional packages may be absent:
 * most are for other systems.
 */
export function findOutdatedPackage(lock, installed) {
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || wanted.link) continue;
    const found = installed.packages[path];
    if (found === undefined && (wanted.optional || wanted.devOptional || wanted.peer)) continue;
    if (found?.version !== wanted.version)
      return path.slice(path.lastIndexOf('node_modules/') + 13);
  }
  return undefined;
}
