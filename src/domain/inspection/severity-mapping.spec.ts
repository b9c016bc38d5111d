import { severityMapping } from './severity-mapping.js';
import { SEVERITY_MAPPING_VERSION_1 } from './severity-mapping-version-1.js';

describe(severityMapping.name, () => {
  const mapping = severityMapping(SEVERITY_MAPPING_VERSION_1);

  it('weighs the same word by authority and kind', () => {
    expect(mapping.severityOf('SOCIALTILSYNET', 'REACTION', 'påbud')).toBe(3);
    expect(mapping.severityOf('STPS', 'REACTION', 'henstilling')).toBe(1);
    expect(mapping.severityOf('STPS', 'OVERALL', '2')).toBe(3);
    expect(mapping.severityOf('STPS', 'CHECKPOINT', '2')).toBeNull();
  });

  it('tells what is unknown from what is nothing', () => {
    expect(mapping.severityOf('ARBEJDSTILSYNET', 'REACTION', 'Ingen reaktion')).toBe(0);
    expect(mapping.severityOf('ARBEJDSTILSYNET', 'REACTION', 'Noget nyt')).toBeNull();
    expect(mapping.severityOf('STPS', 'CHECKPOINT', 'ikke aktuelt')).toBeNull();
  });

  it('refuses two rows for one word', () => {
    const [row] = SEVERITY_MAPPING_VERSION_1;

    expect(() => severityMapping([...SEVERITY_MAPPING_VERSION_1, row!])).toThrow(
      'two rows for SOCIALTILSYNET/REACTION/ingen',
    );
  });

  it('orders the words of Arbejdstilsynet from none to prohibition', () => {
    const words = ['Ingen reaktion', 'Vejledning', 'Undersøgelsespåbud', 'Påbud med frist', 'Forbud'];

    expect(words.map((word) => mapping.severityOf('ARBEJDSTILSYNET', 'REACTION', word))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });

  it('is a proposal: no row is confirmed', () => {
    expect(SEVERITY_MAPPING_VERSION_1.filter((row) => row.confirmed)).toEqual([]);
  });
});
