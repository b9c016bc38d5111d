import { voiceIn } from '../../wording/voice.js';
import { positionOf } from './position.js';

describe(positionOf.name, () => {
  it('is the role, and the unit of those who have one', () => {
    const unit = { authority: 'ARBEJDSTILSYNET', unit: 'ARBEJDSTILSYNET' } as const;
    const voice = voiceIn('da');

    expect(positionOf({ role: 'MODEL_OWNER', person: 'x', ...unit }, voice)).toBe(
      'Modelansvarlig, Arbejdstilsynet',
    );
    expect(positionOf({ role: 'FACILITY_USER', person: 'x', facilityId: 'f' }, voice)).toBe(
      'Bruger fra et tilbud',
    );
  });
});
