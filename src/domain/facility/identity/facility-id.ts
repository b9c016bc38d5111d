import { textHash } from '../../shared/seeded-random.js';

/**
 * The id that a text stands for: always the same for the same text, in the shape of a UUID of version 8 (RFC 9562: free
 * content), 122 bits of hash. For naming, not for secrets.
 */
export function facilityIdFor(text: string): string {
  const hex = [1, 2, 3, 4].map((lane) => hexOf(mixed(textHash(`${lane}|${text}`)))).join('');
  const variant = ((parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** MurmurHash3's finaliser (A. Appleby, public domain): spreads what FNV leaves in the low bits. */
function mixed(hash: number): number {
  let value = hash;
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

function hexOf(value: number): string {
  return value.toString(16).padStart(8, '0');
}
