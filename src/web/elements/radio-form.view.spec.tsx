import { renderToStaticMarkup } from 'react-dom/server';
import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { RadioForm } from './radio-form.view.js';

const PROPS = {
  voice: voiceIn('da'),
  title: 'Log ind',
  lead: 'Vælg.',
  legend: 'Hvem?',
  submit: 'Fortsæt',
  action: '/log-ind/rolle',
  field: 'rolle',
  options: [
    { key: 'a', label: 'Pernille', hint: 'Planlægger' },
    { key: 'b', label: 'Mette' },
  ],
};

describe('RadioForm', () => {
  it('lets one choose one option, and carries along what is hidden', () => {
    const view = <RadioForm {...PROPS} hidden={{ videre: '/tilsyn?side=2', nothing: undefined }} />;

    const html = renderToStaticMarkup(view);

    expect(textOf(view)).toBe('Log ind Vælg. Hvem? Pernille Planlægger Mette Fortsæt');
    expect(html).toContain('<input type="hidden" name="videre" value="/tilsyn?side=2"/>');
    expect(html).not.toContain('nothing');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).not.toContain('role="alert"');
  });

  it('leads from the problem to the first option', () => {
    const html = renderToStaticMarkup(<RadioForm {...PROPS} problem="Vælg en rolle" />);

    expect(html).toContain('<a href="#rolle">Vælg en rolle</a>');
    expect(html).toMatch(/<input type="radio"[^>]*id="rolle"/);
    expect(html).toContain('<fieldset aria-describedby="rolle-error">');
  });
});
