import {
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  type DocumentNode,
  type ExecutionArgs,
  type ParseOptions,
  type Source,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { ExpectedError } from '../../domain/shared/expected-error.js';
import { documentShape } from './document-shape.js';
import type { QuestionLimits } from './limits.js';
import { operationCost } from './operation-cost.js';

/**
 * Refuses questions that ask for too much, each check before the work that it spares: words before parsing, shape before
 * validation, cost before anything is asked of the database.
 */
export function limitedQuestions(limits: QuestionLimits, allowsIntrospection: boolean): Plugin {
  const accepted = new WeakSet<DocumentNode>();
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options?: ParseOptions) =>
        parseWithin(limits.mostTokens, source, options),
      );
      return ({ result }) => {
        const document = result as DocumentNode | Error | null;
        if (document === null || document instanceof Error || accepted.has(document)) return;
        refuseBeyond(limits, document);
        accepted.add(document);
      };
    },
    onValidate({ addValidationRule }) {
      if (!allowsIntrospection) addValidationRule(NoSchemaIntrospectionCustomRule);
    },
    onExecute({ args }) {
      const { schema, document, operationName, variableValues } = args as ExecutionArgs;
      const operation = getOperationAST(document, operationName);
      if (!operation) return;
      const cost = operationCost(schema, document, operation, variableValues ?? {});
      if (cost !== undefined) refuseAbove(limits.highestCost, cost, 'values in its answer');
    },
  };
}

function parseWithin(
  mostTokens: number,
  source: string | Source,
  options: ParseOptions | undefined,
): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: mostTokens });
  } catch (error) {
    if (!(error as Error).message.includes('Parsing aborted')) throw error;
    throw new ExpectedError(
      'TOO_COSTLY',
      `The question has more than ${mostTokens} words and signs; ask for less.`,
    );
  }
}

function refuseBeyond(limits: QuestionLimits, document: DocumentNode): void {
  const shape = documentShape(document);
  refuseAbove(limits.deepest, shape.depth, 'levels of fields');
  refuseAbove(limits.mostAliases, shape.aliases, 'aliases');
  refuseAbove(limits.mostDirectives, shape.directives, 'directives');
  refuseAbove(limits.mostRootFields, shape.rootFields, 'fields at the top');
  if (shape.hasUnstorableText) {
    throw new ExpectedError(
      'BAD_INPUT',
      'A text of the question holds a NUL or half a character; remove it.',
    );
  }
}

function refuseAbove(limit: number, count: number, unit: string): void {
  if (count <= limit) return;
  const shown = Number.isFinite(count) ? String(count) : 'endless';
  throw new ExpectedError(
    'TOO_COSTLY',
    `The question has ${shown} ${unit}, but at most ${limit} are allowed; ask for less, or in several questions.`,
  );
}
