/** There are no threads to speak to. */
export { structuredClone } from './transferable.ts';
export const markAsUncloneable = () => {};
