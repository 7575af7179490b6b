import type { TestRemark } from '@assay/contracts/http';

const remarks: Record<TestRemark, string> = {
  against_the_rest:
    'Those who pass it pass fewer of the other tests. Read it again: it may ask for something else.',
  passed_by_none: 'Nobody passes it. Does the statement say what it asks for?',
  tells_little: 'Passing it says little about the other tests.',
  often_not_reached: 'Many runs end before it.',
  passed_by_all: 'Everybody whose run comes to it passes it.',
};

/** Why a test is worth a look, in a sentence. */
export const describeRemark = (remark: TestRemark): string => remarks[remark];
