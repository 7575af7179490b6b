import { defineConfig } from 'drizzle-kit';

/** Only for writing migrations (`npm run generate`); the program applies them by itself. */
export default defineConfig({
  dialect: 'postgresql',
  casing: 'snake_case',
  schema: './src/*/*Table.ts',
  out: './migrations',
});
