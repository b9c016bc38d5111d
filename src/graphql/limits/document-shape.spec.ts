import { parse } from 'graphql';
import { documentShape } from './document-shape.js';

const shapeOf = (text: string): ReturnType<typeof documentShape> => documentShape(parse(text));

describe(documentShape.name, () => {
  it('counts levels of fields, through inline and named fragments', () => {
    expect(shapeOf('{ a }').depth).toBe(1);
    expect(shapeOf('{ a { b { c } } d }').depth).toBe(3);
    expect(shapeOf('{ a { ... on A { b } } }').depth).toBe(2);
    expect(shapeOf('{ a { ...B } } fragment B on B { b { ...C } } fragment C on C { c { d } }').depth).toBe(
      4,
    );
  });

  it('counts a fragment that nobody uses, because it is validated all the same', () => {
    expect(shapeOf('{ a } fragment B on B { b { c { d } } }').depth).toBe(3);
  });

  it('calls a ring of fragments infinitely deep', () => {
    expect(shapeOf('{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }')).toMatchObject({
      depth: Infinity,
      rootFields: 1,
    });
    expect(shapeOf('{ ...A } fragment A on Q { ...A }').rootFields).toBe(Infinity);
  });

  it('leaves out what lies below introspection', () => {
    expect(shapeOf('{ __schema { types { fields { type { name } } } } }').depth).toBe(1);
  });

  it('counts aliases and directives everywhere', () => {
    const shape = shapeOf(
      '{ x: a @skip(if: false) { y: b } ...F @include(if: true) } fragment F on Q { z: c }',
    );

    expect(shape).toMatchObject({ aliases: 3, directives: 2 });
  });

  it('counts the root fields of the operation that has the most, fragments taken in', () => {
    expect(
      shapeOf('query A { a b { c d } ...F ...F } query B { a } fragment F on Q { x y }').rootFields,
    ).toBe(6);
  });

  it('sees texts that cannot be stored', () => {
    expect(shapeOf('{ a(b: "plain") }').hasUnstorableText).toBe(false);
    expect(shapeOf('{ a(b: { c: ["\\u0000"] }) }').hasUnstorableText).toBe(true);
  });

  it('needs no more time where every fragment takes in the next one twice', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, index) => `fragment F${index} on Q { x { ...F${index + 1} } y { ...F${index + 1} } }`,
    );

    expect(shapeOf(`{ ...F0 } ${fragments.join(' ')} fragment F60 on Q { end }`).depth).toBe(61);
  });
});
