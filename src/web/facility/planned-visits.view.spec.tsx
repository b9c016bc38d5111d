import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { PlannedVisits } from './planned-visits.view.js';
import { plannedVisit } from './shown-facility.factory.js';

const voice = voiceIn('da');
const ACTS = 'Hver myndigheds del er en selvstændig afgørelse';

describe('PlannedVisits', () => {
  it('shows a joint visit as one day and several legal acts', () => {
    const text = textOf(<PlannedVisits voice={voice} visits={[plannedVisit()]} unplanned={[]} />);

    expect(text).toContain('Uge 48, 2026 – Fælles besøg');
    expect(text).toContain(
      'Socialtilsynet Kontor Silkeborg Timer 12,5 Senest 31. december 2026 Begrundelse Skal ske inden for fristen; Deler dagen med en anden myndighed',
    );
    expect(text).toContain('Styrelsen for Patientsikkerhed Kontor STPS Nord Timer 10,0 Senest –');
    expect(text).toContain(ACTS);
  });

  it('does not speak of several acts where one authority comes alone', () => {
    const alone = plannedVisit({ mode: 'SINGLE', parts: plannedVisit().parts.slice(0, 1) });

    const text = textOf(<PlannedVisits voice={voice} visits={[alone]} unplanned={[]} />);

    expect(text).toContain('Uge 48, 2026 – Én myndighed');
    expect(text).not.toContain(ACTS);
  });

  it('says in words why an authority does not come', () => {
    const unplanned = [
      { authority: 'STPS', reason: 'LOW_VALUE' },
      { authority: 'ARBEJDSTILSYNET', reason: 'A_NEW_REASON' },
    ] as const;

    const text = textOf(<PlannedVisits voice={voice} visits={[]} unplanned={[...unplanned]} />);

    expect(text).toContain('Den nyeste plan har ingen besøg her.');
    expect(text).toContain(
      'Styrelsen for Patientsikkerhed : Risikoen er ikke besøgets timer værd i denne plan',
    );
    expect(text).toContain('Arbejdstilsynet : A_NEW_REASON');
  });

  it('reminds that the place must not learn of it', () => {
    const text = textOf(<PlannedVisits voice={voice} visits={[plannedVisit()]} unplanned={[]} />);

    expect(text).toContain('Datoer for besøg må ikke komme stedet for øre.');
  });
});
