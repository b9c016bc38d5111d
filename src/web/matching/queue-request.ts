import type { ShownRecord } from './matching.query.js';

type Register = ShownRecord['authority'];

/** Which two registers a pair is from, as the address says it. */
export const REGISTER_PAIRS: Readonly<Record<string, readonly [Register, Register]>> = {
  'st-at': ['SOCIALTILSYNET', 'ARBEJDSTILSYNET'],
  'st-stps': ['SOCIALTILSYNET', 'STPS'],
  'at-stps': ['ARBEJDSTILSYNET', 'STPS'],
  st: ['SOCIALTILSYNET', 'SOCIALTILSYNET'],
  at: ['ARBEJDSTILSYNET', 'ARBEJDSTILSYNET'],
  stps: ['STPS', 'STPS'],
};
const REGISTERS: readonly Register[] = ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'];

/** Other orders than the usual one, the most uncertain first. */
export const QUEUE_ORDERS: Readonly<Record<string, 'OLDEST' | 'MOST_PEOPLE'>> = {
  aeldst: 'OLDEST',
  pladser: 'MOST_PEOPLE',
};

export interface QueueRequest {
  readonly registers: string | undefined;
  readonly authority: Register | undefined;
  readonly order: string | undefined;
  readonly page: number;
}

/** What the address asks for; what it says wrongly is left out. */
export function readQueueRequest(asked: URLSearchParams, page: number): QueueRequest {
  const registers = asked.get('registre') ?? '';
  const order = asked.get('orden') ?? '';
  return {
    registers: Object.hasOwn(REGISTER_PAIRS, registers) ? registers : undefined,
    authority: REGISTERS.find((register) => register === asked.get('myndighed')),
    order: Object.hasOwn(QUEUE_ORDERS, order) ? order : undefined,
    page,
  };
}

export function queuePath({ registers, authority, order, page }: QueueRequest): string {
  const asked = new URLSearchParams();
  if (registers !== undefined) asked.set('registre', registers);
  if (authority !== undefined) asked.set('myndighed', authority);
  if (order !== undefined) asked.set('orden', order);
  if (page > 1) asked.set('side', String(page));
  const query = asked.toString();
  return query === '' ? '/sammenfald' : `/sammenfald?${query}`;
}
