import { pagesToShow } from './pages-to-show.js';

describe(pagesToShow.name, () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 12, [1, 2, 'gap', 11, 12]],
    [6, 12, [1, 2, 'gap', 5, 6, 7, 'gap', 11, 12]],
    [12, 12, [1, 2, 'gap', 11, 12]],
  ])('shows of page %i of %i: %j', (page, last, shown) => {
    expect(pagesToShow(page, last)).toEqual(shown);
  });
});
