import type { DemoFile } from './demo-files.js';

// The two single-byte encodings agree on these characters; 0x80-0x9F they read differently.
const IN_BOTH_SINGLE_BYTE_SETS = /^[\n\r\x20-\x7e\xa0-\xff]*$/;

/** Text as bytes in the file's encoding. Throws RangeError for a character that the encoding lacks. */
export function encodeLines(file: DemoFile, text: string): Buffer {
  if (file.encoding === 'utf-8') return Buffer.from(text, 'utf8');
  if (!IN_BOTH_SINGLE_BYTE_SETS.test(text))
    throw new RangeError(`${file.path}: a character cannot be written in ${file.encoding}.`);
  return Buffer.from(text, 'latin1');
}
