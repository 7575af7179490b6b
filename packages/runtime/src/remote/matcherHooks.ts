/**
 * Names by which a value would take part in its own comparison: Jest's `equals` asks a received value that
 * has `asymmetricMatch` whether it matches. They do not cross.
 */
export const matcherHooks: ReadonlySet<string> = new Set([
  'asymmetricMatch',
  'toAsymmetricMatcher',
  'isEqualNode',
  '$$typeof',
  '_isMockFunction',
]);
