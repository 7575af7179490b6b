import { describe, expect, it } from '@jest/globals';
import { findNodeProblem } from './requiredNode.ts';

describe('the Node of a worker', () => {
  it('is any 26', () => {
    expect(findNodeProblem('v26.0.0')).toBeUndefined();
    expect(findNodeProblem(process.version)).toBeUndefined();
  });

  it.each(['v20.19.0', 'v27.1.0', 'v2.6.0'])('is not %s, in one line', (version) => {
    expect(findNodeProblem(version)).toMatch(
      /^Assay judges on Node 26, and this is Node v\S+\. .*$/,
    );
  });
});
