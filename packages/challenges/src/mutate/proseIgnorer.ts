/** The part of Babel's node path that is looked at. */
type NodePath = {
  node: {
    type: string;
    value?: unknown;
    quasis?: { value: { raw: string } }[];
    callee?: Callee;
    expression?: { type: string; callee?: Callee };
    body?: { type: string; callee?: Callee };
  };
};
type Callee = { object?: { name?: string } };

/**
 * Leaves out what tests ought not to depend on: texts for people (they have spaces; so does SQL, of which a
 * mutant would be an empty statement), and what is printed.
 */
export const proseIgnorer = {
  shouldIgnore({ node }: NodePath): string | undefined {
    if (node.type === 'StringLiteral' && /\s/.test(String(node.value))) return 'a text for people';
    if (node.type === 'TemplateLiteral' && node.quasis?.some(({ value }) => /\s/.test(value.raw)))
      return 'a text for people';
    // Of a statement or a function that is nothing but a call, the whole would be taken away.
    const calls = [node, node.expression, node.body];
    if (
      calls.some(
        (call) => call?.type === 'CallExpression' && call.callee?.object?.name === 'console',
      )
    )
      return 'what is printed';
    return undefined;
  },
};
