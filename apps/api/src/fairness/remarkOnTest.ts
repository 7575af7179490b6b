import { type MeasuredTest, TestRemark } from '@assay/contracts/http';

/** Below it passing a test says little about the others; a rule of thumb of item analysis. */
const littleDiscrimination = 0.2;

/** From this share on it is worth asking why so many runs end before a test. */
const oftenNotReached = 0.25;

/** What is worth a look about a test, where there are enough works to say so. */
export function remarkOnTest({
  passed,
  notReached,
  discrimination,
}: Omit<MeasuredTest, 'remark'>): TestRemark | undefined {
  if (passed.estimate === undefined) return undefined;
  const unreached = notReached.estimate?.value ?? 0;
  const told = discrimination.estimate?.value;
  const { estimate } = discrimination;
  if (estimate !== undefined && (estimate.high ?? estimate.value) < 0) return 'against_the_rest';
  if (passed.estimate.value === 0) return 'passed_by_none';
  if (told !== undefined && told < littleDiscrimination) return 'tells_little';
  if (unreached > oftenNotReached) return 'often_not_reached';
  if (passed.estimate.value + unreached > 0.999) return 'passed_by_all';
  return undefined;
}

/** What is most worth a look first; among equals, what tells least apart. */
export function byOddness(a: MeasuredTest, b: MeasuredTest): number {
  return rank(a) - rank(b) || told(a) - told(b) || (a.name < b.name ? -1 : 1);
}

const rank = ({ remark }: MeasuredTest): number =>
  remark === undefined ? TestRemark.options.length : TestRemark.options.indexOf(remark);
/** Rounded, so that an order does not hang on the last digits of a float. */
const told = ({ discrimination }: MeasuredTest): number =>
  Math.round((discrimination.estimate?.value ?? 1) * 1_000);
