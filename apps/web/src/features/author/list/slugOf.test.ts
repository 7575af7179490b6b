import { expect, it } from '@jest/globals';
import { slugOf } from './slugOf.ts';

it('suggests a usable name for a title, or none', () => {
  expect(slugOf('Parcel lockers: who gets in?')).toBe('parcel-lockers-who-gets-in');
  expect(slugOf(' Über’s  café—v2 ')).toBe('ubers-cafe-v2');
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  expect(slugOf('…')).toBe('');
});
