/** MOST_UNCERTAIN: the next answer tells most. OLDEST: waiting longest. MOST_PEOPLE: by the places of the larger unit. */
export const QUEUE_ORDERS = ['MOST_UNCERTAIN', 'OLDEST', 'MOST_PEOPLE'] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];
