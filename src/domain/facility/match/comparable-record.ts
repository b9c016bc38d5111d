import type { SourceKey, Authority } from '../../shared/authority.js';
import type { AddressForm } from '../text/normalise-address.js';
import type { NameForm } from '../text/normalise-name.js';

/** A source record in the form that comparing needs: normalised, and with what SOR knows of the same unit added. */
export interface ComparableRecord {
  readonly sourceKey: SourceKey;
  readonly authority: Authority;
  readonly address: AddressForm | null;
  /**
   * How far the address says where the unit is. OWN: the register records the unit's own address. UNSURE: it may be
   * the parent's (SOR hands it down, and so STPS cannot tell), or it stands in SOR alone.
   */
  readonly addressTrust: 'OWN' | 'UNSURE';
  /** Several units of the same register have this UNSURE address, as they have when it is their parent's. */
  readonly hasCrowdedAddress: boolean;
  /** The register's name for the unit, its parent's and SOR's; without repetitions. */
  readonly names: readonly NameForm[];
  /** Names of its operator (as NameForm.core), from the register itself or from records with the same CVR number. */
  readonly operators: readonly string[];
  readonly pNumbers: readonly string[];
  readonly cvrNumbers: readonly string[];
  readonly sorCode: string | null;
  readonly postalCode: string | null;
  /** Codes of the municipalities it can lie in; empty where nothing tells. */
  readonly municipalities: readonly string[];
}
