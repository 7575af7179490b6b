/**
 * Optional packages that the lock file names as dependencies and has no entry for. npm leaves them out when
 * it resolves behind a registry that offers only some platforms, and `npm ci` then refuses the file.
 */
export function findMissingPlatforms(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isFound(lock.packages, path, name)) missing.set(name, { version, of: entry });
    }
  }
  return [...missing].map(([name, { version, of }]) => ({ name, version, of }));
}

/** Whether `name` is somewhere where Node would look for it from `path`. */
function isFound(packages, path, name) {
  for (
    let folder = path;
    ;
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
    if (folder === '') return false;
  }
}
