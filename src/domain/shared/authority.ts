/** The three inspecting authorities (proper nouns: Socialtilsynet, Arbejdstilsynet, Styrelsen for Patientsikkerhed). */
export const AUTHORITIES = ['SOCIALTILSYNET', 'ARBEJDSTILSYNET', 'STPS'] as const;
export type Authority = (typeof AUTHORITIES)[number];

/** Who delivers a drop: an authority, or the planners' own office (inspectors and leave). */
export const DROP_SOURCES = [...AUTHORITIES, 'PLANNING'] as const;
export type DropSource = (typeof DROP_SOURCES)[number];

/**
 * The unit that is responsible in law. The five socialtilsyn are authorities of their own; which one supervises a
 * tilbud is data in the register, never derived from its municipality (domain facts 1.1).
 */
export const RESPONSIBLE_UNITS = [
  'SOCIALTILSYN_NORD',
  'SOCIALTILSYN_MIDT',
  'SOCIALTILSYN_SYD',
  'SOCIALTILSYN_OEST',
  'SOCIALTILSYN_HOVEDSTADEN',
  'ARBEJDSTILSYNET',
  'STPS',
] as const;
export type ResponsibleUnit = (typeof RESPONSIBLE_UNITS)[number];

/** `<register>:<key>`, the name of a register's record everywhere, e.g. `socialtilsynet:T100001/1000011`. */
export type SourceKey = string & { readonly __brand: 'SourceKey' };

const PREFIX: Record<Authority, string> = {
  SOCIALTILSYNET: 'socialtilsynet',
  ARBEJDSTILSYNET: 'arbejdstilsynet',
  STPS: 'stps',
};

export function sourceKey(authority: Authority, key: string): SourceKey {
  return `${PREFIX[authority]}:${key}` as SourceKey;
}

export function authorityOf(key: SourceKey): Authority {
  const prefix = key.slice(0, key.indexOf(':'));
  const found = AUTHORITIES.find((authority) => PREFIX[authority] === prefix);
  if (!found)
    throw new RangeError(
      `"${key}" names no register; it must start with ${Object.values(PREFIX).join(', ')}.`,
    );
  return found;
}
