import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { source } from './shown-facility.factory.js';
import { Sources } from './sources.view.js';
import type { Source } from './sources.query.js';

function text(sources: readonly Source[]): string {
  return textOf(
    <Sources
      voice={voiceIn('da')}
      sources={sources}
      masterDataPath="/tilbud/1/stamdata"
      hasSecretAddress={false}
    />,
  );
}

const OTHER = source({ sourceKey: 'stps:SP800193', authority: 'STPS', name: 'Solkrogen, bosted' });

describe('Sources', () => {
  it('sets the registers side by side, in one order, with why and how surely each belongs here', () => {
    const shown = text([OTHER, source()]);

    expect(shown).toContain('Oplysning Socialtilsynet Styrelsen for Patientsikkerhed');
    expect(shown).toContain('Navn Solkrogen Solkrogen, bosted');
    expect(shown).toContain('Hører til stedet fordi Står på stedets adresse');
    expect(shown).toContain('99,9 % (afgjort af model)');
  });

  it('marks numbers and addresses that the registers disagree on', () => {
    const moved = { ...OTHER, address: { street: 'Granvej 23', postalCode: '5610', town: null } };

    expect(text([source(), { ...OTHER, cvrNumber: '40084525' }])).toContain('CVR-nummer Afviger');
    expect(text([source(), moved])).toContain('Adresse Afviger');
  });

  it('marks neither silence nor another way of writing the same', () => {
    const sparse = {
      ...OTHER,
      cvrNumber: null,
      pNumber: null,
      address: { street: 'GRANVEJ  21', postalCode: '5610', town: null },
    };

    expect(text([source(), sparse])).not.toMatch(/Afviger(?!")/);
  });

  it('says so where no record may be seen', () => {
    expect(text([])).toBe('Stamdata Ingen af registrenes oplysninger om stedet er til din myndighed.');
  });

  it('leaves out what no register says', () => {
    expect(text([source()])).not.toMatch(/SOR-kode|Del af|Ophørt/);
  });
});
