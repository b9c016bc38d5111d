import type { Draws } from '../draws.js';
import { mutateText } from '../mutate-text.js';

const COOKIE = 'samtilsyn_session';

/** How a request says who it comes from: rightly, wrongly, twice, or not at all. */
export function drawIdentity(
  tickets: readonly string[],
  draws: Draws,
  isForged: boolean,
): Record<string, string> {
  const ticket = draws.pick(tickets);
  if (!isForged) {
    return draws.chance(0.7)
      ? { authorization: `Bearer ${ticket}` }
      : { cookie: `${COOKIE}=${ticket}`, 'sec-fetch-site': 'same-origin' };
  }
  const forged = draws.pick<() => string>([
    () => mutateText(ticket, draws),
    () => ticket.slice(0, draws.below(ticket.length)),
    () => `${ticket}${ticket}`,
    () => `${unsigned({ alg: 'none' })}.${unsigned({ role: 'SERVICE', person: 'x', expires: 9e9 })}.`,
    () => `${unsigned({ role: 'SERVICE', person: 'x', expires: 9e9 })}.${ticket.split('.')[1] ?? ''}`,
    () => 'x'.repeat(draws.below(6000)),
    () => '.',
    () => '....',
    () => '',
  ])();
  const value = forged.replace(/[^\x20-\x7e]/g, '?');
  return draws.pick<() => Record<string, string>>([
    () => ({ authorization: `Bearer ${value}` }),
    () => ({ authorization: `${draws.pick(['bearer', 'Basic', 'Bearer  ', 'Bearer\t', ''])} ${value}` }),
    () => ({ authorization: `Bearer ${value}`, cookie: `${COOKIE}=${ticket}` }),
    () => ({ cookie: `${COOKIE}=${value}` }),
    () => ({ cookie: `${COOKIE}=${value}; ${COOKIE}=${ticket}` }),
    () => ({ cookie: `${COOKIE}; =; ;;${value}` }),
    () => ({ cookie: Array.from({ length: 200 }, (_, each) => `c${each}=${each}`).join('; ') }),
  ])();
}

function unsigned(content: object): string {
  return Buffer.from(JSON.stringify(content)).toString('base64url');
}
