import { describeExactness } from './describeExactness.ts';

describeExactness('redis', { plain: 3, postgres: 2 });
// What a queue runs on is another matter than what a challenge runs on.
describeExactness('postgres', { plain: 3, postgres: 0 });
