/** Page numbers around the current one, with the first and the last; a gap stands for two pages or more. */
export function pagesToShow(page: number, last: number): (number | 'gap')[] {
  const near = [1, 2, page - 1, page, page + 1, last - 1, last].filter(
    (number) => number >= 1 && number <= last,
  );
  const numbers = [...new Set(near)].sort((a, b) => a - b);
  const shown: (number | 'gap')[] = [];
  let previous = 0;
  for (const number of numbers) {
    if (number === previous + 2) shown.push(number - 1);
    else if (number > previous + 2) shown.push('gap');
    shown.push(number);
    previous = number;
  }
  return shown;
}
