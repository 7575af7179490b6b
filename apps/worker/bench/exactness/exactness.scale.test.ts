import { describeExactness } from './describeExactness.ts';

describeExactness('redis', { plain: 3, postgres: 2 });
describeExactness('postgres', { plain: 3, postgres: 2 });
