import { renderToStaticMarkup } from 'react-dom/server';
import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { positionOf } from '../page/position.js';
import { SignIn } from './sign-in.view.js';

const voice = voiceIn('da');
const candidates = [
  { key: 'planlaegger-midt', name: 'Pernille', position: 'Planlægger, Socialtilsyn Midt' },
  { key: 'ministerium', name: 'Mette', position: 'Analytiker i et ministerium' },
];

describe('SignIn', () => {
  it('lets one choose among the users, and carries the page asked for along', () => {
    const view = <SignIn voice={voice} candidates={candidates} next="/tilsyn?side=2" problem={undefined} />;

    const html = renderToStaticMarkup(view);

    expect(textOf(view)).toContain(
      'Pernille Planlægger, Socialtilsyn Midt Mette Analytiker i et ministerium',
    );
    expect(html).toContain('<input type="hidden" name="videre" value="/tilsyn?side=2"/>');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
  });

  it('leads from the problem to the first choice', () => {
    const problem = { field: 'bruger', text: 'Vælg en bruger, før du logger ind' };

    const html = renderToStaticMarkup(
      <SignIn voice={voice} candidates={candidates} next={undefined} problem={problem} />,
    );

    expect(html).toContain('<a href="#bruger">Vælg en bruger, før du logger ind</a>');
    expect(html).toMatch(/<input type="radio"[^>]*id="bruger"/);
    expect(html).toContain('<fieldset aria-describedby="bruger-error">');
  });

  it('says clearly that nobody can sign in where no sign-in is set up', () => {
    const view = <SignIn voice={voice} candidates={[]} next={undefined} problem={undefined} />;

    expect(textOf(view)).toContain('Her kan ingen logge ind endnu');
    expect(renderToStaticMarkup(view)).not.toContain('<form');
  });
});

describe(positionOf.name, () => {
  it('is the role, and the unit of those who have one', () => {
    const unit = { authority: 'ARBEJDSTILSYNET', unit: 'ARBEJDSTILSYNET' } as const;

    expect(positionOf({ role: 'MODEL_OWNER', person: 'x', ...unit }, voice)).toBe(
      'Modelansvarlig, Arbejdstilsynet',
    );
    expect(positionOf({ role: 'FACILITY_USER', person: 'x', facilityId: 'f' }, voice)).toBe(
      'Bruger fra et tilbud',
    );
  });
});
