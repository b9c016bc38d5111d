import ts from 'typescript';
import type { SourceFiles } from './source-files.js';
import { syntaxTree, walk } from './syntax-tree.js';

/** A name that the code gives or uses. */
export interface FoundName {
  readonly name: string;
  readonly place: string;
}

/** Every identifier of the files; texts in quotation marks and comments are data, not names. */
export function identifiersIn(files: SourceFiles): FoundName[] {
  return [...files].flatMap(([path, text]) => {
    const tree = syntaxTree(path, text);
    const found: FoundName[] = [];
    walk(tree, (node) => {
      if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) {
        const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
        found.push({ name: node.text, place: `${path}:${line + 1}` });
      }
    });
    return found;
  });
}

/** The words of a name in small letters: `jointVisitPlan`, `JOINT_VISIT_PLAN` and `joint-visit-plan` have the same. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\d]+/u)
    .filter(Boolean)
    .map((word) => word.toLowerCase());
}
