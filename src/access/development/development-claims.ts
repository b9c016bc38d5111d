import type { Identity } from '../../domain/shared/identity.js';
import type { Claims } from '../grants/claims.js';

/** What the development issuer says of somebody, so that its grants give these identities and no others. */
export function claimsFor(identities: readonly Identity[]): Claims {
  const [first] = identities;
  return {
    group: identities.map(({ role, unit }) => (unit === undefined ? role : `${unit}/${role}`)),
    ...(first?.cvrNumber === undefined ? {} : { cvr: first.cvrNumber }),
    ...(first?.facilityId === undefined ? {} : { facility_id: first.facilityId }),
  };
}
