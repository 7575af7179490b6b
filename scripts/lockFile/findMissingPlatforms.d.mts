type Entry = { optionalDependencies?: Record<string, string> };

export function findMissingPlatforms(lock: {
  packages: Record<string, Entry>;
}): { name: string; version: string; of: Entry }[];
