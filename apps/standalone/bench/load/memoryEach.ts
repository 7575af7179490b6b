import type { Step } from './runLoad.ts';

/** What the API's processes grew by for each that came, bytes. */
export const memoryEach = ({ rssBefore, rssAfter, size }: Step): number =>
  (rssAfter - rssBefore) / size;
