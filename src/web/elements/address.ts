import type { Voice } from '../../wording/voice.js';

interface Addressed {
  readonly hasSecretAddress: boolean;
  readonly address: { street: string; postalCode: string | null; town: string | null } | null;
}

/** "Granvej 21, 5610 Assens"; a secret address is only said to be one. */
export function addressOf({ hasSecretAddress, address }: Addressed, voice: Voice): string {
  const { page } = voice.words;
  if (hasSecretAddress) return page.secretAddress;
  if (!address) return page.unknown;
  const place = [address.postalCode, address.town].filter(Boolean).join(' ');
  return [address.street, place].filter(Boolean).join(', ');
}
