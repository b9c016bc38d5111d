import { candidatePairs } from './candidate-pairs.js';

describe(candidatePairs.name, () => {
  it('names each pair that shares a key once, in order', () => {
    const pairs = [...candidatePairs([['a', 'b'], ['c'], ['b', 'a'], ['c', 'b']], 10)];

    expect(pairs).toEqual([
      [0, 2],
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('takes a key that a record names twice for one', () => {
    expect([...candidatePairs([['a', 'a'], ['a']], 2)]).toEqual([[0, 1]]);
  });

  it('leaves out a block that is too large, but not the pairs that another key brings together', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => ['a:8000/1', `p:${index >> 1}`]);

    expect([...candidatePairs(keys, 150)]).toHaveLength(500);
  });
});
