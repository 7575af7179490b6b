import { fileURLToPath } from 'node:url';

/** Where the migrations lie, as drizzle-kit writes them. */
export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));
