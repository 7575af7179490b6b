export { type TypedHour, hourOfTyping } from './hourOfTyping.ts';
