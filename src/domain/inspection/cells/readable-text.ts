import type { RowFault } from '../register-file.js';

// U+FFFD stands where a decoder met bytes that its encoding does not have; C1 controls where Windows-1252 has a gap;
// half surrogates come from JSON escapes. PostgreSQL refuses U+0000.
const UNREADABLE = /[^\P{Cc}\t]|\p{Cs}|\uFFFD/u;

/** Whether a text is free of control characters (tabs may stay) and of characters that a decoder could not read. */
export function isReadable(text: string): boolean {
  return !UNREADABLE.test(text);
}

export function unreadableText(field?: string, value?: string): RowFault {
  return {
    reason: 'BAD_ENCODING',
    field,
    value,
    mend:
      `${field ? `"${field}"` : 'The line'} holds a control character or one that the agreed encoding of this file ` +
      'does not have. Write the file in that encoding and deliver it again.',
  };
}
