import type { Voice } from '../../wording/voice.js';
import type { ShownDelivery } from './deliveries.query.js';

/** "Socialtilsynet", or "planlægningen" for what the planners deliver. */
export function sourceInWords(source: ShownDelivery['source'], voice: Voice): string {
  const { labels, deliveries } = voice.words;
  return source === 'PLANNING' ? deliveries.sources.PLANNING : labels.authority[source];
}
