import { checkedText, textFault } from './written-text.js';

describe(checkedText.name, () => {
  it('takes a text without the blanks around it', () => {
    expect(checkedText('reason', '  Ny ledelse siden sommer.\n')).toBe('Ny ledelse siden sommer.');
  });

  it.each([
    ['short', 'kort      ', 'reason has 4 characters; write at least 10.'],
    ['long', 'x'.repeat(2001), 'reason has 2001 characters; write at most 2000.'],
    [
      'holds a person number',
      'Beboeren 010190-1234 sagde det.',
      'reason holds what looks like a person number; write it without.',
    ],
  ])('refuses a text that is too %s', (_, text, message) => {
    expect(() => checkedText('reason', text)).toThrow(message);
  });

  it('does not repeat a person number in the refusal', () => {
    expect(() => checkedText('reason', 'Beboeren 010190-1234 sagde det.')).not.toThrow('010190');
    expect(textFault('Beboeren 010190-1234 sagde det.')).toBe('PERSON_NUMBER');
  });
});
