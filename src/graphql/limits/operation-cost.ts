import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LIST_SIZES, OTHER_LISTS } from './list-sizes.js';

/**
 * How many values the answer to a validated operation may hold: one for each field of each object, with lists
 * multiplied by their `first` or `last`, also where a variable gives it, or by their assumed size. Undefined where the
 * variables do not fit their types; then the execution says what is wrong. Never asks anything of the database.
 */
export function operationCost(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number | undefined {
  const root = schema.getRootType(operation.operation);
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!root || !coerced) return undefined;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return new CostOfSelections(schema, fragments, coerced).of(operation.selectionSet, root, undefined);
}

class CostOfSelections {
  // A fragment costs the same wherever it stands, so that nesting fragments in each other takes no more time.
  private readonly known = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly variables: Record<string, unknown>,
  ) {}

  /** `page` is the `first` or `last` of the field above, for the list in a connection. */
  of(set: SelectionSetNode, parent: GraphQLNamedType, page: number | undefined): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        cost += this.ofField(selection, parent, page);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        cost += this.of(
          selection.selectionSet,
          this.typeNamed(selection.typeCondition?.name.value) ?? parent,
          page,
        );
      } else {
        cost += this.ofFragment(selection.name.value, page);
      }
    }
    return cost;
  }

  private ofFragment(name: string, page: number | undefined): number {
    const fragment = this.fragments.get(name);
    const type = this.typeNamed(fragment?.typeCondition.name.value);
    if (!fragment || !type) return 0;
    const key = `${name} ${page}`;
    if (!this.known.has(key)) this.known.set(key, this.of(fragment.selectionSet, type, page));
    return this.known.get(key)!;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType, page: number | undefined): number {
    const field = hasFields(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!field) return 1; // introspection, which is bounded by a rule of its own
    const ownPage = this.pageOf(field, node);
    const isList = isListType(getNullableType(field.type));
    const length = isList
      ? (ownPage ?? page ?? LIST_SIZES[`${parent.name}.${field.name}`] ?? OTHER_LISTS)
      : 1;
    if (!node.selectionSet) return Math.max(1, length);
    return 1 + length * this.of(node.selectionSet, getNamedType(field.type), isList ? undefined : ownPage);
  }

  private pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
    const { first, last } = this.argumentsOf(field, node);
    const given = [first, last].filter((value) => typeof value === 'number');
    return given.length > 0 ? Math.max(0, ...given) : undefined;
  }

  private argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> {
    try {
      return getArgumentValues(field, node, this.variables);
    } catch {
      return {}; // the execution refuses this field, so it gives no list
    }
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.schema.getType(name);
  }
}

function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return isObjectType(type) || isInterfaceType(type);
}
