import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { errorPage } from './error-page.view.js';

function text(...[code, reference]: [Parameters<typeof errorPage>[1], string?]): string {
  return textOf(<>{errorPage(voiceIn('da'), code, reference).content}</>);
}

describe(errorPage.name, () => {
  it('says what one can do about it', () => {
    expect(text('FORBIDDEN')).toContain('Har du brug for den, kan din leder give dig adgang.');
    expect(errorPage(voiceIn('en'), 'NOT_FOUND', undefined).title).toBe('The page does not exist');
  });

  it('gives the number to ask about only for a fault of ours', () => {
    expect(text('INTERNAL', 'abc-123')).toContain('oplys nummeret abc-123');
    expect(text('NOT_FOUND')).not.toContain('nummer');
  });
});
