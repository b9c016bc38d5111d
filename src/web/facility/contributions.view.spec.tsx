import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { Contributions } from './contributions.view.js';
import type { Score, Term } from './score.query.js';
import { baseline, score, term } from './shown-facility.factory.js';

const voice = voiceIn('da');

/** The table's numbers in whole hundredths: of single rows, and of each total. */
function numbersOf(shown: Score): { rows: number[]; subtotals: number[]; total: number | undefined } {
  const html = renderToStaticMarkup(<Contributions voice={voice} score={shown} />);
  const rows = [...html.matchAll(/<tr( class="(\w+)")?>.*?<\/tr>/g)].flatMap(([row, , kind]) => {
    const number = /<td class="number">([^<]*)<\/td>/.exec(row)?.[1];
    return number === undefined
      ? []
      : [{ kind, hundredths: Math.round(Number(number.replace(',', '.')) * 100) }];
  });
  const of = (kind: string | undefined): number[] =>
    rows.filter((row) => row.kind === kind).map((row) => row.hundredths);
  return { rows: of(undefined), subtotals: of('subtotal'), total: of('total')[0] };
}

const anyTerms: fc.Arbitrary<Term[]> = fc
  .array(fc.record({ hundredths: fc.integer({ min: -900, max: 900 }), isStps: fc.boolean() }), {
    maxLength: 30,
  })
  .map((drawn) =>
    drawn.map(({ hundredths, isStps }, index) =>
      term({ key: `F${index}`, hundredths, authority: isStps ? 'STPS' : 'SOCIALTILSYNET' }),
    ),
  );

describe('Contributions', () => {
  it('shows rows that add up to the score, whatever the terms', () => {
    fc.assert(
      fc.property(anyTerms, (terms) => {
        const [part] = score().authorities;
        const shown = score({
          contributions: [baseline('SOCIALTILSYNET', 1000), baseline('STPS', 500), ...terms],
          authorities: [part!, { ...part!, authority: 'STPS' }],
        });

        const { rows, subtotals, total } = numbersOf(shown);

        expect(rows.reduce((sum, row) => sum + row, 0)).toBe(shown.points);
        expect(subtotals.reduce((sum, row) => sum + row, 0)).toBe(shown.points);
        expect(total).toBe(shown.points);
      }),
    );
  });

  it('puts the weightiest first and the hardly counting together, each named with its points', () => {
    const terms = [
      term({ key: 'A', hundredths: 4, label: { da: 'Pladser', en: 'Places' } }),
      term({ key: 'B', hundredths: -300, label: { da: 'Temascore', en: 'Theme score' } }),
      term({ key: 'C', hundredths: 120, label: { da: 'Ulykker', en: 'Accidents' } }),
      term({ key: 'D', hundredths: -9, label: { da: 'Besøg', en: 'Visits' } }),
    ];

    const text = textOf(<Contributions voice={voice} score={score({ contributions: terms })} />);

    expect(text).toMatch(/Temascore.*-3,00.*Ulykker.*\+1,20.*2 mindre forhold.*-0,05/);
    expect(text).toContain('Besøg -0,09 · Pladser +0,04');
  });

  it('draws what raises to the right of the middle and what lowers to the left', () => {
    const terms = [term({ key: 'A', hundredths: 200 }), term({ key: 'B', hundredths: -100 })];

    const html = renderToStaticMarkup(
      <Contributions voice={voice} score={score({ contributions: terms })} />,
    );

    expect(html).toContain('<rect class="raising" x="0" y="2" width="100"');
    expect(html).toContain('<rect class="lowering" x="-50" y="2" width="50"');
  });

  it('names the authority a term is measured from, and what the place can change itself', () => {
    const terms = [term({ sourceAuthority: 'ARBEJDSTILSYNET', isActionable: true })];

    const text = textOf(<Contributions voice={voice} score={score({ contributions: terms })} />);

    expect(text).toContain('Åbne påbud: 2 fra Arbejdstilsynet · stedet kan selv ændre det');
  });
});
