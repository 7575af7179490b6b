import { parser } from '@lezer/python';
import { LinePlaces } from './LinePlaces.ts';
import { looksLikeSql, readSql } from './readSql.ts';
import type { Token } from './Token.ts';

type Node = ReturnType<typeof parser.parse>['topNode'];

/**
 * Tokens of a Python file: its syntax tree from the outside in, each node by its kind. Names, layout, comments,
 * docstrings, annotations and imports are not in it.
 */
export function tokenisePython(text: string): Token[] {
  const places = new LinePlaces(text);
  const tokens: Token[] = [];
  const emit = (kind: string, from: number, to: number) =>
    tokens.push({ kind, from: places.of(from), to: places.of(to) });

  const visit = (node: Node): void => {
    const { name, from, to } = node;
    if (leftOut.has(name) || isDocstring(node)) return;
    const children = childrenOf(node);
    if (texts.has(name)) {
      const inside = withinQuotes(text.slice(from, to));
      if (looksLikeSql(inside.text)) {
        const start = from + inside.offset;
        for (const part of readSql(inside.text))
          emit(part.kind, start + part.from, start + part.to);
        return;
      }
      const isTemplate = children.some((child) => child.name === 'FormatReplacement');
      emit(isTemplate ? 'template' : 'string', from, to);
    } else if (operators.has(name)) emit(text.slice(from, to), from, to);
    else if (isNamed(name)) emit(sameAs[name] ?? name, from, children[0]?.from ?? to);
    for (const child of children) visit(child);
  };
  visit(parser.parse(text).topNode);
  return tokens;
}

const texts = new Set(['String', 'FormatString']);
/** Say by their text what is done. */
const operators = new Set([
  'ArithOp',
  'BitOp',
  'CompareOp',
  'UpdateOp',
  'and',
  'or',
  'not',
  'is',
  'in',
]);
const leftOut = new Set(['Comment', 'ImportStatement', 'TypeDef', '⚠']);

/** Say nothing that what is in them does not say. */
const transparent = new Set([
  'Script',
  'Body',
  'ExpressionStatement',
  'StatementGroup',
  'ParenthesizedExpression',
  'ArgList',
  'ParamList',
  'AssignOp',
  'FormatReplacement',
]);

/** What is written in more than one way. */
const sameAs: Record<string, string> = {
  VariableName: 'name',
  PropertyName: 'name',
  ContinuedString: 'string',
  LambdaExpression: 'FunctionDefinition',
};

/** Signs and words of the grammar stand for nothing that their statement is not. */
const isNamed = (name: string): boolean => /^[A-Z]/.test(name) && !transparent.has(name);

function isDocstring({ name, firstChild }: Node): boolean {
  return (
    name === 'ExpressionStatement' &&
    firstChild?.nextSibling === null &&
    (texts.has(firstChild.name) || firstChild.name === 'ContinuedString')
  );
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** What a literal says, and where that begins in it. */
function withinQuotes(literal: string): { text: string; offset: number } {
  const opening = /^[a-z]*("""|'''|"|')/i.exec(literal);
  if (opening === null) return { text: literal, offset: 0 };
  const [{ length }, quote = ''] = opening;
  return { text: literal.slice(length, literal.length - quote.length), offset: length };
}
