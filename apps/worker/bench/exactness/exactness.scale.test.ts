import { describeExactness } from './describeExactness.ts';

describeExactness('redis', { plain: 5, postgres: 2 });
describeExactness('postgres', { plain: 5, postgres: 2 });
