/** A variable of the environment. Throws when it is neither set nor has a default. */
export function env(name: string, standard?: string): string {
  const value = process.env[name] ?? standard;
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}
