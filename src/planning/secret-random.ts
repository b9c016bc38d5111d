import { createCipheriv, createHash } from 'node:crypto';
import type { Random } from '../domain/shared/seeded-random.js';

const NOTHING = Buffer.alloc(1 << 16);
const BYTES_EACH = 4;

/**
 * Repeatable numbers in [0, 1) that cannot be foreseen by somebody who has seen others of them: the key stream of AES in
 * counter mode, under a hash of the seed and of what the numbers are for.
 */
export function secretRandom(seed: string, purpose: string): Random {
  const key = createHash('sha256')
    .update(JSON.stringify([seed, purpose]))
    .digest();
  const stream = createCipheriv('aes-256-ctr', key, Buffer.alloc(16));
  let block = NOTHING.subarray(0, 0);
  let at = 0;
  return () => {
    if (at + BYTES_EACH > block.length) {
      block = stream.update(NOTHING);
      at = 0;
    }
    at += BYTES_EACH;
    return block.readUInt32BE(at - BYTES_EACH) / 2 ** 32;
  };
}
