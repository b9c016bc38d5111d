import path from 'node:path';
import ts from 'typescript';
import type { SourceFiles } from './source-files.js';
import { syntaxTree, walk } from './syntax-tree.js';

/** What a file imports: a path of the project, or a package (`node:fs`, `typeorm`). */
export interface Import {
  readonly from: string;
  readonly target: string;
  readonly isOurs: boolean;
}

/** Every import of every file: static, type-only, re-exported, dynamic and by require. */
export function readImports(files: SourceFiles): Import[] {
  return [...files].flatMap(([from, text]) =>
    specifiersIn(syntaxTree(from, text)).map((specifier) =>
      specifier.startsWith('.')
        ? { from, target: resolved(files, from, specifier), isOurs: true }
        : { from, target: specifier, isOurs: false },
    ),
  );
}

function specifiersIn(tree: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(tree, (node) => {
    const specifier = specifierOf(node);
    if (specifier && ts.isStringLiteralLike(specifier)) found.push(specifier.text);
  });
  return found;
}

function specifierOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node))
    return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined;
  if (!ts.isCallExpression(node)) return undefined;
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require';
  return isImport || isRequire ? node.arguments[0] : undefined;
}

// Our imports name the compiled file (`.js`).
function resolved(files: SourceFiles, from: string, specifier: string): string {
  const stem = path.posix.join(path.posix.dirname(from), specifier).replace(/\.js$/, '');
  return files.has(`${stem}.tsx`) ? `${stem}.tsx` : `${stem}.ts`;
}
