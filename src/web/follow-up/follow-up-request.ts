import { da } from '../../wording/da.js';

export interface FollowUpRequest {
  readonly authority: keyof (typeof da)['labels']['authority'] | undefined;
  readonly region: string | undefined;
  readonly state: keyof (typeof da)['planning']['followUp']['states'] | undefined;
  readonly page: number;
}

export const PER_PAGE = 50;

/** Reads the address; what makes no sense is left out, as if nothing had been said. */
export function readFollowUpRequest(query: URLSearchParams): FollowUpRequest {
  const page = Number(query.get('side') ?? 1);
  return {
    authority: keyIn(da.labels.authority, query.get('myndighed')),
    region: query.get('region')?.match(/^[0-9A-Z]{1,20}$/)?.[0],
    state: keyIn(da.planning.followUp.states, query.get('frist')),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

export function followUpPath({ authority, region, state, page }: FollowUpRequest): string {
  const query = new URLSearchParams();
  if (authority) query.set('myndighed', authority);
  if (region) query.set('region', region);
  if (state) query.set('frist', state);
  if (page !== 1) query.set('side', String(page));
  return query.size === 0 ? '/opfoelgning' : `/opfoelgning?${query.toString()}`;
}

function keyIn<Key extends string>(
  record: Readonly<Record<Key, unknown>>,
  text: string | null,
): Key | undefined {
  return (Object.keys(record) as Key[]).find((key) => key === text);
}
