import type { Draws } from '../draws.js';
import { mutateText } from '../mutate-text.js';

const COOKIE = 'samtilsyn_session';

/** The two ways in which one person shows who they are. */
export interface Badge {
  readonly token: string;
  /** Name and value. */
  readonly cookie: string;
}

/** How a request says who it comes from: rightly, wrongly, twice, or not at all. */
export function drawIdentity(
  badges: readonly Badge[],
  draws: Draws,
  isForged: boolean,
): Record<string, string> {
  const { token, cookie } = draws.pick(badges);
  if (!isForged) {
    return draws.chance(0.7)
      ? { authorization: `Bearer ${token}` }
      : { cookie, 'sec-fetch-site': 'same-origin' };
  }
  const forged = draws.pick<() => string>([
    () => mutateText(token, draws),
    () => token.slice(0, draws.below(token.length)),
    () => `${token}${token}`,
    () => mutateText(cookie.slice(COOKIE.length + 1), draws),
    () => `${unsigned({ alg: 'none' })}.${unsigned({ role: 'SERVICE', person: 'x', expires: 9e9 })}.`,
    () => `${unsigned({ role: 'SERVICE', person: 'x', expires: 9e9 })}.${token.split('.')[2] ?? ''}`,
    () => 'x'.repeat(draws.below(6000)),
    () => '.',
    () => '....',
    () => '',
  ])();
  const value = forged.replace(/[^\x20-\x7e]/g, '?');
  return draws.pick<() => Record<string, string>>([
    () => ({ authorization: `Bearer ${value}` }),
    () => ({ authorization: `${draws.pick(['bearer', 'Basic', 'Bearer  ', 'Bearer\t', ''])} ${value}` }),
    () => ({ authorization: `Bearer ${value}`, cookie }),
    () => ({ cookie: `${COOKIE}=${value}` }),
    () => ({ cookie: `${COOKIE}=${value}; ${cookie}` }),
    () => ({ cookie: `${COOKIE}; =; ;;${value}` }),
    () => ({ cookie: Array.from({ length: 200 }, (_, each) => `c${each}=${each}`).join('; ') }),
  ])();
}

function unsigned(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
