export { type TypedHour, hourOfTyping, seededRandom } from './hourOfTyping.ts';
