import { DEMO_FILES } from './demo-files.js';
import { encodeLines } from './encode-lines.js';

describe(encodeLines.name, () => {
  it('writes Danish letters as one byte in the single-byte files and as two in UTF-8', () => {
    expect([...encodeLines(DEMO_FILES.sor, 'æØå')]).toEqual([0xe6, 0xd8, 0xe5]);
    expect([...encodeLines(DEMO_FILES.atTilsyn, 'é;')]).toEqual([0xe9, 0x3b]);
    expect([...encodeLines(DEMO_FILES.tilbud, 'æ')]).toEqual([0xc3, 0xa6]);
  });

  it.each(['ł', '–', '\u0085'])(
    'refuses %j, which the single-byte encodings lack or read differently',
    (character) => {
      expect(() => encodeLines(DEMO_FILES.sor, character)).toThrow(
        'stps/sor.csv: a character cannot be written in iso-8859-1',
      );
    },
  );
});
