import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { finding, visit } from './shown-facility.factory.js';
import type { Visit } from './visits.query.js';
import { Visits } from './visits.view.js';

function text(visits: readonly Visit[], changes: { all?: boolean; more?: boolean } = {}): string {
  return textOf(
    <Visits
      voice={voiceIn('da')}
      visits={visits}
      showsAllVisits={changes.all ?? false}
      mayHaveMoreVisits={changes.more ?? false}
    />,
  );
}

describe('Visits', () => {
  it("keeps the authority's own words beside the common severity", () => {
    const shown = text([
      visit({ severity: 3, isSerious: true, findings: [finding({ dueOn: '2027-01-12' })] }),
    ]);

    expect(shown).toContain('3. september 2026 – Arbejdstilsynet');
    expect(shown).toContain('Alvorligt fund Alvorlighed 3 af 4: alvorlig Uanmeldt');
    expect(shown).toContain('Psykisk arbejdsmiljø : Påbud med frist Alvorlighed 3 af 4: alvorlig');
    expect(shown).toContain('frist 12. januar 2027 · ikke efterkommet endnu');
  });

  it('says when a deadline was kept', () => {
    const kept = finding({ dueOn: '2027-01-12', compliedOn: '2027-01-02' });

    expect(text([visit({ findings: [kept] })])).toContain(
      'frist 12. januar 2027 · efterkommet 2. januar 2027',
    );
  });

  it('never takes an unknown severity for none', () => {
    const shown = text([visit({ findings: [finding({ severity: null })] })]);

    expect(shown).toContain('Alvorlighed ikke kendt');
    expect(shown).not.toContain('Alvorlighed 0');
  });

  it('puts no theme score on the common scale', () => {
    const theme = finding({ kind: 'THEME_SCORE', topic: 'Kompetencer', sourceTerm: '3,6', severity: null });

    const shown = text([visit({ authority: 'SOCIALTILSYNET', findings: [theme] })]);

    expect(shown).toContain('Temascorer: 1 Kompetencer : 3,6');
    expect(shown).not.toContain('Alvorlighed på');
    expect(shown).not.toContain('Alvorlighed ikke kendt');
  });

  it('dates what others learn later, and tells the occasion where it is given', () => {
    const shown = text([visit({ availableOn: '2026-11-01', occasionSourceTerm: 'Henvendelse' })]);

    expect(shown).toContain('kendt for andre fra 1. november 2026');
    expect(shown).toContain('Anledning (kun for din myndighed): Henvendelse');
  });

  it('offers more visits only where there may be more', () => {
    expect(text([visit()])).not.toContain('Vis');
    expect(text([visit()], { more: true })).toContain('Vis flere besøg');
    expect(text([visit()], { all: true })).toContain('Vis kun de seneste besøg');
  });

  it('says so where no visit is known', () => {
    expect(text([])).toContain('Ingen af de tre myndigheder har et kendt besøg her.');
  });
});
