import { SessionStore, type ListedSession } from '../../access/session/session-store.js';
import { WrongUsage, type Command } from '../command.js';

export const sessionsCommand: Command = {
  name: 'sessions',
  usage: 'sessions <task> [--person NAME] [--json]',
  summary: 'list who is signed in, or revoke the sessions and access tokens of a person',
  options: { person: { type: 'string' }, json: { type: 'boolean' } },
  words: ['task'],
  needsDatabase: true,
  async run([task = ''], { person, json }, { services, print }) {
    const store = services.get(SessionStore);
    if (task === 'list') {
      for (const session of await store.list()) print(json ? JSON.stringify(session) : inWords(session));
      return 0;
    }
    if (task !== 'revoke') throw new WrongUsage(`There is no "sessions ${task}"; use list or revoke`);
    if (typeof person !== 'string' || person === '') {
      throw new WrongUsage(
        'sessions revoke needs --person NAME, as "sessions list" and the audit log write it',
      );
    }
    const sessions = await store.revoke(person);
    if (json) print(JSON.stringify({ person, sessions }));
    else print(`${sessions} sessions of ${person} ended; no access token issued until now is believed.`);
    return 0;
  },
};

function inWords({ person, role, unit, startedAt, lastSeenAt }: ListedSession): string {
  const what = [role ?? 'no role yet', unit].filter(Boolean).join(' of ');
  return `${person}: ${what}, since ${startedAt.toISOString()}, last seen ${lastSeenAt.toISOString()}`;
}
