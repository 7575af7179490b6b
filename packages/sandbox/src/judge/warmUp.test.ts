import { expect, it } from '@jest/globals';
import ivm from 'isolated-vm';
import { bundleRuntime } from '@assay/runtime/bundle';

it.each(['grader', 'solution'] as const)('warms the %s up to the end', async (side) => {
  const { [side]: runtime } = await bundleRuntime();
  const isolate = new ivm.Isolate({ memoryLimit: 256 });
  const context = await isolate.createContext();
  await context.eval(runtime);

  await expect(context.eval('__warmUp()', { promise: true })).resolves.toBeUndefined();
  isolate.dispose();
});
