import { MASK } from './hold-texts.js';
import { maskCsvLines, maskJsonLines } from './mask-line.js';

describe(maskCsvLines.name, () => {
  const mask = maskCsvLines('\ufeffat_id;"p_nummer";navn;adresse', ['at_id', 'p_nummer']);

  it.each([
    ['1;1003388394;Skovbrynet;Vej 1', '1;1003388394;Skovbrynet;Vej 1'],
    ['1;0101901234;Skovbrynet;Vej 1', '1;0101901234;Skovbrynet;Vej 1'],
    ['1;"0101901234";Skovbrynet;Vej 1', '1;"0101901234";Skovbrynet;Vej 1'],
    ['1;="0101901234";Skovbrynet;Vej 1', '1;="0101901234";Skovbrynet;Vej 1'],
    ['1;010190-1234;Skovbrynet;Vej 1', `1;${MASK};Skovbrynet;Vej 1`],
    ['1;Hans 0101901234;Skovbrynet;Vej 1', `1;Hans ${MASK};Skovbrynet;Vej 1`],
    ['1;;0101901234;Vej 1', `1;;${MASK};Vej 1`],
    ['0101901234', '0101901234'],
    ['1;0101901234;Hos 010190-1234;0101901234', `1;0101901234;Hos ${MASK};${MASK}`],
  ])('shows "%s" as "%s"', (line, shown) => {
    expect(mask(line)).toBe(shown);
  });

  it('exempts no column that the header does not name', () => {
    expect(maskCsvLines('navn;adresse', ['p_nummer'])('0101901234;')).toBe(`${MASK};`);
  });
});

describe(maskJsonLines.name, () => {
  const mask = maskJsonLines(['p_nummer', 'sor']);

  it.each([
    ['{"p_nummer":"0101901234","navn":"x"}', '{"p_nummer":"0101901234","navn":"x"}'],
    ['{"p_nummer": 0101901234, "navn', '{"p_nummer": 0101901234, "navn'],
    ['{"p_nummer":"010190-1234"}', `{"p_nummer":"${MASK}"}`],
    ['{"navn":"0101901234"}', `{"navn":"${MASK}"}`],
    ['{"navn":"Hos 010190-1234","sor":"0101901234"}', `{"navn":"Hos ${MASK}","sor":"0101901234"}`],
  ])('shows %s as %s', (line, shown) => {
    expect(mask(line)).toBe(shown);
  });
});
