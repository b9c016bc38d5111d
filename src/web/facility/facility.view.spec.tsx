import { renderToStaticMarkup } from 'react-dom/server';
import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { FacilityPage } from './facility.view.js';
import type { ShownFacility } from './facility.query.js';
import { contest, RISK_BANDS, score, shownFacility, source, term } from './shown-facility.factory.js';

const TWO = { da: '2', en: '2' };
const NOUGHT = { da: '0', en: '0' };

function page(facility: ShownFacility, asStaff = true, language: 'da' | 'en' = 'da'): React.JSX.Element {
  return (
    <FacilityPage
      voice={voiceIn(language)}
      facility={facility}
      riskBands={asStaff ? RISK_BANDS : []}
      isInspector={false}
      asStaff={asStaff}
      showsAllVisits={false}
      mayHaveMoreVisits={false}
    />
  );
}

describe('FacilityPage', () => {
  it('shows staff the score with its band, what that means, and that it is advice', () => {
    const text = textOf(page(shownFacility()));

    expect(text).toContain('Middel 20,00 af 100 point');
    expect(text).toContain('Det betyder Hvert femte besøg.');
    expect(text).toContain('Det sætter i gang Almindelig kadence.');
    expect(text).toContain('Scoren er rådgivende.');
    expect(text).toContain('Grænserne mellem båndene er et forslag');
    expect(text).toContain('Model 3, trænet på det, der var kendt til og med 5. oktober 2026.');
  });

  it("shows a facility's user neither score nor plan, nor that there could be any", () => {
    const own = shownFacility({
      score: undefined,
      plannedVisits: undefined,
      unplannedInspections: undefined,
    });

    const text = textOf(page(own, false));

    expect(text).toContain('Besøg og fund');
    // Announced visits have a section of their own, whose words are the same whether or not one is planned.
    expect(text).toContain('I har ikke fået varsel om noget besøg.');
    expect(text).not.toMatch(/score|risiko|plan|uge|næste|kommende|fælles besøg/i);
  });

  it('would not show a plan or score to them even if the API gave one', () => {
    expect(textOf(page(shownFacility(), false))).not.toMatch(/score|risiko|plan|uge/i);
  });

  it('hides a secret address, also where another register writes it', () => {
    const facility = shownFacility({
      hasSecretAddress: true,
      address: null,
      sources: [
        source({ address: null }),
        source({
          sourceKey: 'arbejdstilsynet:AT1',
          authority: 'ARBEJDSTILSYNET',
          address: { street: 'Skjulvej 7', postalCode: '8000', town: 'Aarhus C' },
        }),
      ],
    });

    for (const asStaff of [true, false]) {
      const html = renderToStaticMarkup(page(facility, asStaff));
      expect(html).toContain('Hemmelig adresse');
      expect(html).not.toMatch(/Skjulvej|8000 |Aarhus C/);
    }
  });

  it('tells a place, whatever there is, that something may be withheld', () => {
    for (const facility of [shownFacility(), shownFacility({ score: null, sources: [], visits: [] })]) {
      expect(textOf(page(facility, false))).toContain('Det står her altid, også når intet er holdt tilbage.');
    }
  });

  it('says that there is no score yet, and that the registers no longer have the place', () => {
    const text = textOf(page(shownFacility({ score: null, endedOn: '2026-03-01' })));

    expect(text).toContain('Der er endnu ikke beregnet en score for stedet.');
    expect(text).toContain('Stedet er ikke længere i registrene; sidst leveret 1. marts 2026.');
  });

  it('warns of too little data, and lists what is not known', () => {
    const [part] = score().authorities;
    const unsure = score({
      hasTooLittleData: true,
      authorities: [{ ...part!, missing: [{ da: 'Temascore', en: 'Theme score' }] }],
    });

    const text = textOf(page(shownFacility({ score: unsure })));

    expect(text).toContain('Der er for lidt data til et sikkert skøn.');
    expect(text).toContain('Det ved vi ikke Disse forhold er ikke kendt');
    expect(text).toContain('Temascore');
  });

  it('says what the place can do, with the points that scoring anew gave', () => {
    const moved = [
      { key: 'OPEN_ORDERS', label: { da: 'Åbne påbud', en: 'Open orders' }, from: TWO, to: NOUGHT },
    ];
    const change = {
      action: 'COMPLY_WITH_ALL_ORDERS',
      text: { da: 'Alle åbne påbud er efterkommet: 18,40 point (-1,60).', en: 'All: 18.40 points (-1.60).' },
      band: 'LOW' as const,
      authorities: [
        { authority: 'STPS' as const, moved },
        { authority: 'SOCIALTILSYNET' as const, moved },
      ],
    };
    const shown = (loweringChanges: ReturnType<typeof score>['loweringChanges']): string =>
      textOf(page(shownFacility({ score: score({ loweringChanges }) })));

    expect(shown([change])).toContain(
      'Alle åbne påbud er efterkommet: 18,40 point (-1,60). Lav Åbne påbud: 2 → 0 Det ved vi ikke',
    );
    expect(shown([])).toContain('Ingen af de ting, stedet selv kan ændre, ville sænke scoren.');
    expect(shown(null)).toContain('giver ikke længere scorens point');
  });

  it('shows what the place contests inside the explanation, until it is answered', () => {
    const [open, answered] = [contest(), contest({ id: 'c2', state: 'UPHELD', claim: 'Navnet er et andet' })];

    const text = textOf(page(shownFacility({ contests: [open, answered] })));

    expect(text).toMatch(
      /Hvorfor denne score\?.*Stedet er uenigt i.*Vi flyttede i maj.*Alle led i beregningen/,
    );
    expect(text).toContain('Svar senest 1. december 2026.');
    expect(text).not.toContain('Navnet er et andet');
    expect(textOf(page(shownFacility()))).not.toContain('Stedet er uenigt i');
  });

  it('shows what is at stake beside likelihood, each dimension by itself, and what orders the list', () => {
    const contributions = [
      ...score().contributions,
      term({ kind: 'SEVERITY', authority: null, key: null, hundredths: 100 }),
      term({ kind: 'VULNERABILITY', authority: null, key: null, hundredths: -250 }),
    ];

    const text = textOf(page(shownFacility({ score: score({ contributions }) })));

    expect(text).toContain('Alvor af det fundne 2,7 af 4');
    expect(text).toContain('Beboernes sårbarhed 3,0 af 4');
    expect(text).toContain('Mangler i dokumentation Ikke oplyst Tæller ikke med i scoren.');
    expect(text).toMatch(/20,00 for sandsynlighed, \+1,00 for alvor og .2,50 for sårbarhed giver 18,50/);
  });

  it('shows how likely each authority is to find something, apart from the others', () => {
    expect(textOf(page(shownFacility()))).toContain('Socialtilsynet 24 % 18 %–31 % · tilpasset model');
  });

  it('shows the score with concerns to those who get it, and to nobody else even if the API gave one', () => {
    const ownerScore = {
      unit: 'SOCIALTILSYN_SYD' as const,
      asOf: '2026-10-05',
      points: 6120,
      probability: 0.41,
      band: 'HIGH' as const,
      mustVisitBy: '2027-03-31',
      explanation: [{ da: 'Henvendelser udgør +3,00 point.', en: 'Concern reports make up +3.00 points.' }],
    };

    const own = textOf(page(shownFacility({ ownerScore })));
    expect(own).toContain('Det her ser kun Socialtilsyn Syd.');
    expect(own).toContain('Høj 61,20 af 100 point Henvendelser udgør +3,00 point.');
    expect(own).toContain('I bør have været der senest 31. marts 2027.');
    expect(textOf(page(shownFacility({ ownerScore }), false))).not.toMatch(/henvendelse|61,20/i);
    expect(textOf(page(shownFacility()))).not.toMatch(/henvendelse/i);
  });

  it('speaks English from the same answer', () => {
    const text = textOf(page(shownFacility(), true, 'en'));

    expect(text).toContain('Medium 20.00 of 100 points');
    expect(text).toContain('Why this score?');
    expect(text).toContain('The score is 20.00 of 100 points.');
    expect(text).toContain('Week 48, 2026 – Joint visit');
  });
});
