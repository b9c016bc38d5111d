import type { Voice } from '../../wording/voice.js';
import type { Identity } from './page-context.js';

/** "Planlægger, Socialtilsyn Midt": the role, and the unit of those who have one. */
export function positionOf(identity: Identity, voice: Voice): string {
  const { role, unit } = voice.words.labels;
  return identity.unit ? `${role[identity.role]}, ${unit[identity.unit]}` : role[identity.role];
}
