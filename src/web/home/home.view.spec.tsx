import { voiceIn } from '../../wording/voice.js';
import { textOf } from '../../../test/support/rendered-text.js';
import { Home } from './home.view.js';

describe('Home', () => {
  it.each([
    ['MINISTRY_ANALYST', 'Her kommer det nationale overblik'],
    ['FACILITY_USER', 'Din bruger er ikke knyttet til et tilbud.'],
    ['AUDITOR', 'Der er endnu ingen sider til din rolle.'],
  ] as const)('tells %s: %s', (role, text) => {
    expect(textOf(<Home voice={voiceIn('da')} role={role} />)).toContain(text);
  });
});
