import { Kind, type OperationDefinitionNode } from 'graphql';

const MOST_FIELDS = 20;

/** An operation as the audit log names it: `query WorkList: facilities, municipalities`. */
export function operationInWords({ operation, name, selectionSet }: OperationDefinitionNode): string {
  const fields = selectionSet.selections.slice(0, MOST_FIELDS).map((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return selection.name.value;
      case Kind.FRAGMENT_SPREAD:
        return `...${selection.name.value}`;
      case Kind.INLINE_FRAGMENT:
        return '...';
    }
  });
  const more = selectionSet.selections.length > MOST_FIELDS ? ', and more' : '';
  return `${operation}${name ? ` ${name.value}` : ''}: ${fields.join(', ')}${more}`;
}
