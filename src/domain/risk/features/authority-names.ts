import type { BilingualText } from '../bilingual-text.js';
import type { Authority } from '../../shared/authority.js';

/** Proper nouns, the same in both languages; `da` and `en` fit into a sentence. */
export const AUTHORITY_NAMES: Readonly<Record<Authority, BilingualText>> = {
  SOCIALTILSYNET: { da: 'Socialtilsynet', en: 'Socialtilsynet' },
  ARBEJDSTILSYNET: { da: 'Arbejdstilsynet', en: 'Arbejdstilsynet' },
  STPS: { da: 'Styrelsen for Patientsikkerhed', en: 'Styrelsen for Patientsikkerhed' },
};
