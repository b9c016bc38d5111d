import { voiceIn } from './voice.js';

describe(voiceIn.name, () => {
  it('writes days and numbers as Danes do', () => {
    const voice = voiceIn('da');

    expect(voice.day('2026-10-05')).toBe('5. oktober 2026');
    expect(voice.shortDay('2026-10-05')).toBe('05.10.2026');
    expect(voice.week('2026-11-23')).toBe('Uge 48, 2026');
    expect(voice.points(123_406)).toBe('1.234,06');
    expect(voice.change(-157)).toBe('-1,57');
    expect(voice.change(0)).toBe('0,00');
    expect(voice.percent(0.643)).toBe('64\u00a0%');
  });

  it('writes them as the British do', () => {
    const voice = voiceIn('en');

    expect(voice.day('2026-10-05')).toBe('5 October 2026');
    expect(voice.shortDay('2026-10-05')).toBe('05/10/2026');
    expect(voice.week('2026-11-23')).toBe('Week 48, 2026');
    expect(voice.points(3006)).toBe('30.06');
    expect(voice.change(157)).toBe('+1.57');
    expect(voice.percent(0.643)).toBe('64%');
  });

  it('dates a moment by the Danish clock, whatever the clock of the machine', () => {
    expect(voiceIn('da').dayOf('2026-11-22T23:30:00Z')).toBe('23. november 2026');
    expect(voiceIn('da').moment('2026-11-22T23:30:00Z')).toBe('23. november 2026 kl. 00.30');
    expect(voiceIn('en').moment('2026-11-22T23:30:00Z')).toBe('23 November 2026 at 00:30');
  });

  it('shows the code itself where a new code has no words yet', () => {
    const voice = voiceIn('da');
    const reasons = voice.words.labels.plannedReason;

    expect(voice.label(reasons, 'RISK')).toBe('Risikoen er besøgets timer værd');
    expect(voice.label(reasons, 'NEW_REASON')).toBe('NEW_REASON');
  });
});
