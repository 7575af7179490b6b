import type { ContentPort } from './contentPort.ts';

/** Challenge versions kept in memory; one is a few ten kilobytes. Counters a worker that grows for ever. */
const maxVersions = 100;

/** Keeps the versions used last: what a hash names never changes, so a version is loaded once. */
export function rememberContent(load: ContentPort, max = maxVersions): ContentPort {
  const versions = new Map<string, ReturnType<ContentPort>>();
  return (hash) => {
    const version = versions.get(hash) ?? load(hash);
    // A Map keeps the order of insertion, so the first key is the one that was used longest ago.
    versions.delete(hash);
    versions.set(hash, version);
    const [oldest] = versions.keys();
    if (versions.size > max && oldest !== undefined) versions.delete(oldest);
    // What could not be loaded now may be there at the next try.
    version.catch(() => {
      if (versions.get(hash) === version) versions.delete(hash);
    });
    return version;
  };
}
