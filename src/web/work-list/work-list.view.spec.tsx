import { renderToStaticMarkup } from 'react-dom/server';
import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { listedFacility, workListAnswer } from './listed-facility.factory.js';
import type { ReadRequest } from './read-work-list-request.js';
import { EVERYTHING, type WorkListRequest } from './work-list-request.js';
import type { WorkListAnswer } from './work-list.query.js';
import { WorkList } from './work-list.view.js';

interface Shown {
  answer?: WorkListAnswer;
  request?: Partial<WorkListRequest>;
  problems?: ReadRequest['problems'];
  language?: 'da' | 'en';
}

function list({ answer, request, problems = [], language = 'da' }: Shown = {}): React.JSX.Element {
  return (
    <WorkList
      voice={voiceIn(language)}
      answer={answer ?? workListAnswer([listedFacility()])}
      request={{ ...EVERYTHING, ...request }}
      problems={problems}
      today="2026-11-20"
    />
  );
}

describe('WorkList', () => {
  it('shows a place with its risk, the main cause, the last visits and the next planned one', () => {
    expect(textOf(list())).toContain(
      'Solkrogen Granvej 21, 5610 Assens Høj 30,06 ST 24 % STPS 40 %' +
        ' Alvor 2,7 Sårbarhed 4,0 Papir 30 % Åbne påbud: 2 +3,96 (STPS) Assens Midlertidigt botilbud 7' +
        ' ST 03.09.2026 AT intet kendt STPS 23.04.2026 Uge 48, 2026 Fælles: ST + STPS',
    );
  });

  it('says how many places there are, which of them stand here, and of what day the scores are', () => {
    const answer = workListAnswer([listedFacility()], 62);

    expect(textOf(list({ answer, request: { page: 2 } }))).toContain(
      '62 steder . Viser 26–50 af 62. Scorer er fra 5. oktober 2026.',
    );
    expect(textOf(list())).toContain('1 sted . Scorer er fra 5. oktober 2026.');
  });

  it('never shows a secret address', () => {
    const secret = listedFacility({ hasSecretAddress: true });

    const text = textOf(list({ answer: workListAnswer([secret]) }));

    expect(text).toContain('Hemmelig adresse');
    expect(text).not.toContain('Granvej');
  });

  it('says so where there is no score, no cause, no plan and nothing known', () => {
    const bare = listedFacility({
      score: null,
      municipality: null,
      facilityType: null,
      capacityPlaces: null,
      address: null,
      plannedVisits: [],
    });

    expect(textOf(list({ answer: workListAnswer([bare]) }))).toContain(
      'Solkrogen Ikke oplyst Ingen score – – Ikke oplyst Ikke oplyst – ST',
    );
    expect(textOf(list({ answer: workListAnswer([bare]) }))).toContain('Ikke i planen');
  });

  it('has exactly one active sort, and turns it round by its own link', () => {
    const html = renderToStaticMarkup(list());

    expect(html.match(/aria-sort="[a-z]+"/g)).toEqual(['aria-sort="descending"']);
    expect(html).toContain('href="/tilsyn?retning=op"');
    expect(html).toContain('href="/tilsyn?sort=navn"');
  });

  it('sorts from the first page and keeps the filters', () => {
    const html = renderToStaticMarkup(
      list({ request: { band: 'HIGH', page: 3 }, answer: workListAnswer([listedFacility()], 90) }),
    );

    expect(html).toContain('href="/tilsyn?risiko=HIGH&amp;sort=kommune"');
    expect(html).toContain('href="/tilsyn?risiko=HIGH&amp;side=2"');
  });

  it('keeps order and size in the form, so that a new search does not lose them', () => {
    const html = renderToStaticMarkup(list({ request: { sort: 'navn', isDescending: true, perPage: 50 } }));

    expect(html).toContain('<input type="hidden" name="sort" value="navn"/>');
    expect(html).toContain('<input type="hidden" name="retning" value="ned"/>');
    expect(html).toContain('<input type="hidden" name="antal" value="50"/>');
  });

  it('shows every chosen filter with a link that removes it alone', () => {
    const request = { search: 'sol', municipality: '0751', unit: 'SOCIALTILSYN_MIDT' } as const;

    const html = renderToStaticMarkup(list({ request }));

    expect(textOf(list({ request }))).toContain(
      'Fjern filter: Søg: sol Fjern filter: Kommune: Aarhus Fjern filter: Ansvarlig enhed: Socialtilsyn Midt Nulstil alle',
    );
    expect(html).toContain('href="/tilsyn?kommune=0751&amp;enhed=SOCIALTILSYN_MIDT"');
    expect(html).toContain('<option value="0751" selected="">Aarhus</option>');
  });

  it('helps on where nothing matches, and where there are not so many pages', () => {
    expect(textOf(list({ answer: workListAnswer([]) }))).toContain(
      'Ingen steder passer til det, du har valgt Prøv færre ord, eller fjern et filter. Vis alle steder',
    );
    const beyond = renderToStaticMarkup(list({ answer: workListAnswer([], 62), request: { page: 9 } }));
    expect(beyond).toContain('<a href="/tilsyn?side=3">Gå til den sidste side, side 3</a>');
  });

  it('names what is wrong in the address, leads to the field, and lists nothing', () => {
    const answer: WorkListAnswer = { municipalities: [] };

    const html = renderToStaticMarkup(list({ answer, problems: ['band', 'page'] }));

    expect(html).toContain('<a href="#risiko">Vælg en risiko på listen</a>');
    expect(html).toMatch(/<select[^>]*id="risiko"[^>]*aria-invalid="true"/);
    expect(html).toContain('<li>Sidetallet skal være et helt tal fra 1 til 100.000</li>');
    expect(html).not.toContain('<table');
  });

  it('speaks English from the same answer', () => {
    const text = textOf(list({ language: 'en' }));

    expect(text).toContain(
      'High 30.06 ST 24% STPS 40% Severity 2.7 Vulnerability 4.0 Paper 30% Open enforcement measures: 2 +3.96 (STPS)',
    );
    expect(text).toContain('Order: serious events on top, then the band, then the score.');
    expect(text).toContain('Week 48, 2026 Joint: ST + STPS');
    expect(text).toContain('1 place . Scores are of 5 October 2026.');
  });
});
