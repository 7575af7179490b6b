type Lockfile = {
  packages: Record<string, { version?: string; link?: boolean; optional?: boolean }>;
};

export function findOutdatedPackage(lock: Lockfile, installed: Lockfile): string | undefined;
