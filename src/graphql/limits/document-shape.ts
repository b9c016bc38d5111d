import {
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { isUnstorable } from './unstorable-text.js';

/** What can be seen of a document without a schema. Depth and root fields are infinite where fragments form a ring. */
export interface DocumentShape {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Of the operation that has the most, with the fragments taken in. */
  readonly rootFields: number;
  /** True where a written text could not be kept by the database. */
  readonly hasUnstorableText: boolean;
}

/** Measures a document in time that grows with its length, however its fragments are nested. */
export function documentShape(document: DocumentNode): DocumentShape {
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  const counted = { aliases: 0, directives: 0, hasUnstorableText: false };
  visit(document, {
    Field: ({ alias }) => void (counted.aliases += alias ? 1 : 0),
    Directive: () => void (counted.directives += 1),
    StringValue: ({ value }) => void (counted.hasUnstorableText ||= isUnstorable(value)),
  });
  const everything: SelectionSetNode[] = [...operations, ...fragments.values()].map(
    (each) => each.selectionSet,
  );
  return {
    ...counted,
    depth: greatest(everything.map(measureOf(fragments, greatest, levelsBelow))),
    rootFields: greatest(operations.map(rootSet).map(measureOf(fragments, sum, () => 1))),
  };
}

// Introspection is as deep as its own types; graphql-js has a rule for it.
function levelsBelow(field: FieldNode, measure: (set: SelectionSetNode) => number): number {
  if (field.name.value.startsWith('__') || !field.selectionSet) return 1;
  return 1 + measure(field.selectionSet);
}

/** A measure of selection sets that looks at every fragment once. */
function measureOf(
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  combine: (values: readonly number[]) => number,
  ofField: (field: FieldNode, measure: (set: SelectionSetNode) => number) => number,
): (set: SelectionSetNode) => number {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    if (!fragment) return 0;
    if (!known.has(name)) {
      known.set(name, Infinity); // what it is while its own parts are measured: a ring has no end
      known.set(name, measure(fragment.selectionSet));
    }
    return known.get(name)!;
  };
  const measure = (set: SelectionSetNode): number =>
    combine(
      set.selections.map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection, measure);
        return selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : measure(selection.selectionSet);
      }),
    );
  return measure;
}

function rootSet({ selectionSet }: OperationDefinitionNode): SelectionSetNode {
  return selectionSet;
}

function greatest(values: readonly number[]): number {
  return Math.max(0, ...values);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
