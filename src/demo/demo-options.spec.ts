import { day } from '../domain/shared/day.js';
import { checkedOptions } from './demo-options.js';

const OPTIONS = { places: 10, seed: 1, from: day('2020-01-01'), deliveredOn: day('2026-10-31') };

describe(checkedOptions.name, () => {
  it('takes noise 1 where none is asked for', () => {
    expect(checkedOptions(OPTIONS)).toEqual({ ...OPTIONS, noise: 1 });
  });

  it.each([
    [{ places: 0 }, 'places is 0'],
    [{ places: 1.5 }, 'places is 1.5'],
    [{ places: 1_000_001 }, 'places is 1000001'],
    [{ seed: 0.5 }, 'seed is 0.5'],
    [{ noise: -0.1 }, 'noise is -0.1'],
    [{ noise: NaN }, 'noise is NaN'],
    [{ from: day('2026-10-31') }, 'must be before deliveredOn'],
  ])('names what is wrong with %p', (change, message) => {
    expect(() => checkedOptions({ ...OPTIONS, ...change })).toThrow(message);
  });
});
