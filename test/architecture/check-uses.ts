import ts from 'typescript';
import type { SourceFiles } from './source-files.js';
import { syntaxTree, walk } from './syntax-tree.js';

/** A use that is banned in some files, with the reason. */
interface Ban {
  readonly what: string;
  readonly files: RegExp;
  readonly isUsedIn: (node: ts.Node) => boolean;
}

const DOMAIN = /^src\/domain\//;
/** The clock, chance and the machine: the domain gets them as arguments. */
const MACHINE = new Set(['process', 'performance', 'crypto', 'globalThis', 'Buffer']);

const BANS: readonly Ban[] = [
  {
    what: 'new Date() without an argument',
    files: DOMAIN,
    isUsedIn: (node) =>
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      isNamed(node.expression, 'Date') &&
      (node.arguments ?? []).length === 0,
  },
  { what: 'Date.now', files: DOMAIN, isUsedIn: (node) => isMember(node, 'Date', 'now') },
  { what: 'Math.random', files: DOMAIN, isUsedIn: (node) => isMember(node, 'Math', 'random') },
  {
    what: 'the machine it runs on',
    files: DOMAIN,
    isUsedIn: (node) => ts.isIdentifier(node) && MACHINE.has(node.text) && !isOnlyAName(node),
  },
  {
    what: 'process.env',
    files: /^src\/(?!config\/)/,
    isUsedIn: (node) => isMember(node, 'process', 'env') || takesApart(node, 'process', 'env'),
  },
  {
    what: 'env of node:process',
    files: /^src\/(?!config\/)/,
    isUsedIn: (node) =>
      ts.isImportDeclaration(node) &&
      ts.isStringLiteral(node.moduleSpecifier) &&
      /^(node:)?process$/.test(node.moduleSpecifier.text),
  },
  { what: 'forwardRef', files: /^src\//, isUsedIn: (node) => isNamed(node, 'forwardRef') },
];

/** Uses that are banned where they stand, one sentence each. */
export function bannedUses(files: SourceFiles): string[] {
  return [...files].flatMap(([path, text]) => {
    const bans = BANS.filter((ban) => ban.files.test(path));
    if (bans.length === 0) return [];
    const tree = syntaxTree(path, text);
    const found: string[] = [];
    walk(tree, (node) => {
      const ban = bans.find((candidate) => candidate.isUsedIn(node));
      if (ban) found.push(`${path}:${lineOf(tree, node)} uses ${ban.what}`);
    });
    return found;
  });
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isMember(node: ts.Node, object: string, member: string): boolean {
  if (ts.isPropertyAccessExpression(node)) {
    return isNamed(node.expression, object) && node.name.text === member;
  }
  return (
    ts.isElementAccessExpression(node) &&
    isNamed(node.expression, object) &&
    ts.isStringLiteralLike(node.argumentExpression) &&
    node.argumentExpression.text === member
  );
}

function takesApart(node: ts.Node, object: string, member: string): boolean {
  return (
    ts.isVariableDeclaration(node) &&
    ts.isObjectBindingPattern(node.name) &&
    node.initializer !== undefined &&
    isNamed(node.initializer, object) &&
    node.name.elements.some((element) => isNamed(element.propertyName ?? element.name, member))
  );
}

// `plan.process` and `{ process: 1 }` name a thing of their own.
function isOnlyAName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  return 'name' in parent && parent.name === node;
}
