import { getOperationAST, parse } from 'graphql';
import { operationInWords } from './operation-in-words.js';

const inWords = (text: string): string => operationInWords(getOperationAST(parse(text))!);

describe(operationInWords.name, () => {
  it.each([
    [
      'query WorkList { facilities { totalCount } towns: municipalities { code } }',
      'query WorkList: facilities, municipalities',
    ],
    ['{ currentPlans { id } }', 'query: currentPlans'],
    ['mutation { rescore { id } }', 'mutation: rescore'],
    [
      'query Q { ...Part ... { riskBands { band } } } fragment Part on Query { facilities { totalCount } }',
      'query Q: ...Part, ...',
    ],
  ])('calls %s', (text, words) => {
    expect(inWords(text)).toBe(words);
  });

  it('stops after twenty fields', () => {
    const fields = Array.from({ length: 21 }, (_, index) => `a${index}: riskBands { band }`);

    expect(inWords(`{ ${fields.join(' ')} }`)).toBe(
      `query: ${Array(20).fill('riskBands').join(', ')}, and more`,
    );
  });
});
