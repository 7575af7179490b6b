import { parse } from '@babel/parser';
import { LinePlaces } from './LinePlaces.ts';
import { looksLikeSql, readSql } from './readSql.ts';
import type { Token } from './Token.ts';

type Node = { type: string; start: number; end: number; [field: string]: unknown };

/**
 * Tokens of a TypeScript or JavaScript file: its syntax tree from the outside in, each node by its kind. What one
 * may write this way or that without changing the program, comes out the same: names, layout, types, imports, blocks
 * around one statement, `const` or `let`, arrow or `function`, one declaration or several.
 */
export function tokeniseTypeScript(text: string): Token[] | undefined {
  try {
    const { program } = parse(text, {
      sourceType: 'module',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      plugins: ['typescript', 'decorators'],
    });
    return new Walk(text).read(program as unknown as Node);
  } catch {
    // Not a program, or nested deeper than the stack.
    return undefined;
  }
}

class Walk {
  readonly #text: string;
  readonly #places: LinePlaces;
  readonly #tokens: Token[] = [];

  constructor(text: string) {
    this.#text = text;
    this.#places = new LinePlaces(text);
  }

  read(program: Node): Token[] {
    this.#visit(program);
    return this.#tokens;
  }

  #visit(node: Node): void {
    if (isLeftOut(node)) return;
    const children = childrenOf(node);
    const headEnd = children[0]?.start ?? node.end;
    if (node.type === 'StringLiteral' || node.type === 'TemplateLiteral') {
      this.#visitText(node, children);
      return;
    }
    for (const kind of kindsOf(node)) this.#emit(kind, node.start, headEnd);
    for (const child of children) this.#visit(child);
  }

  /** A text is one token, however it is quoted, unless it is SQL: there the work is in what it says. */
  #visitText(node: Node, expressions: Node[]): void {
    const inside = this.#text.slice(node.start + 1, node.end - 1);
    if (!looksLikeSql(inside)) {
      this.#emit(expressions.length > 0 ? 'template' : 'string', node.start, node.end);
      for (const child of expressions) this.#visit(child);
      return;
    }
    for (const { kind, from, to } of readSql(inside)) {
      this.#emit(kind, node.start + 1 + from, node.start + 1 + to);
    }
  }

  #emit(kind: string, from: number, to: number): void {
    this.#tokens.push({ kind, from: this.#places.of(from), to: this.#places.of(to) });
  }
}

/** Around an expression, and without a meaning when the program runs. */
const wrappers = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSParameterProperty',
  'TSExportAssignment',
]);

/** Say nothing that what is in them does not say. */
const transparent = new Set([
  ...wrappers,
  'Program',
  'ExportNamedDeclaration',
  'ExportDefaultDeclaration',
  'ExpressionStatement',
  'BlockStatement',
  'VariableDeclaration',
  'ClassBody',
  'EmptyStatement',
]);

const leftOut = new Set([
  'ImportDeclaration',
  'ExportAllDeclaration',
  'ExportSpecifier',
  'Directive',
  'TemplateElement',
  'CommentBlock',
  'CommentLine',
  'InterpreterDirective',
]);

function isLeftOut({ type }: Node): boolean {
  return leftOut.has(type) || (type.startsWith('TS') && !wrappers.has(type));
}

/** What is written in more than one way. */
const sameAs: Record<string, string> = {
  ArrowFunctionExpression: 'function',
  FunctionExpression: 'function',
  ObjectMethod: 'method',
  ClassMethod: 'method',
  ClassPrivateMethod: 'method',
  VariableDeclarator: 'declare',
  Identifier: 'name',
  PrivateName: 'name',
  ThisExpression: 'name',
  OptionalMemberExpression: 'member',
  MemberExpression: 'member',
  OptionalCallExpression: 'call',
  CallExpression: 'call',
  ClassPrivateProperty: 'ClassProperty',
};

function kindsOf(node: Node): string[] {
  const { type } = node;
  if (transparent.has(type)) return [];
  if (type === 'FunctionDeclaration') return ['declare', 'name', 'function'];
  if (type === 'ArrowFunctionExpression' && !isBlock(node['body']))
    return ['function', 'ReturnStatement'];
  const kind = sameAs[type] ?? type;
  const operator = node['operator'];
  return [typeof operator === 'string' ? `${kind} ${operator}` : kind];
}

const isBlock = (value: unknown): boolean => isNode(value) && value.type === 'BlockStatement';

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

/** Of Babel's nodes, what is not part of the program's tree. */
const besideTree = new Set([
  'leadingComments',
  'innerComments',
  'trailingComments',
  'extra',
  'loc',
]);

/** In the order of the text. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node)
    .filter(([field]) => !besideTree.has(field) && !isOwnName(node, field))
    .flatMap(([, value]) => value)
    .filter(isNode)
    .toSorted((a, b) => a.start - b.start);
}

/** The name of a declared function is among its kinds. */
const isOwnName = ({ type }: Node, field: string): boolean =>
  type === 'FunctionDeclaration' && field === 'id';
