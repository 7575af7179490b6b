import type { SourceFrame } from '@assay/contracts/verdict';
import classes from './TestList.module.css';
import { type PresentedTest } from './presentedTest.ts';
import { TestRow } from './TestRow.tsx';

/** Tests in their order, under the titles of their describe blocks; failing ones are open. */
export function TestList({
  tests,
  onOpenFrame,
  withSuite = false,
}: {
  tests: PresentedTest[];
  onOpenFrame?: (frame: SourceFrame) => void;
  withSuite?: boolean;
}) {
  return (
    <ul className={classes.list}>
      {tests.map((test, index) => {
        const group = test.path.join(' › ');
        const isFirst = group !== '' && group !== tests[index - 1]?.path.join(' › ');
        return (
          <li key={test.key}>
            {isFirst ? <div className={classes.group}>{group}</div> : null}
            <TestRow test={test} withSuite={withSuite} {...(onOpenFrame ? { onOpenFrame } : {})} />
          </li>
        );
      })}
    </ul>
  );
}
