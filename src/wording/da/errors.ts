/** What went wrong, what to do about it; by the closed set of error codes. */
export const errors = {
  UNAUTHENTICATED: { title: 'Du er ikke logget ind', text: 'Log ind, og prøv igen.' },
  FORBIDDEN: {
    title: 'Du har ikke adgang til denne side',
    text: 'Siden er til en anden rolle end din. Har du brug for den, kan din leder give dig adgang.',
  },
  BAD_INPUT: {
    title: 'Siden kan ikke vises',
    text: 'Noget i adressen eller formularen er ikke, som det skal være. Gå tilbage, og prøv igen.',
  },
  CONFLICT: {
    title: 'En anden er i gang',
    text: 'Noget har ændret sig, siden du åbnede siden. Vent lidt, og prøv igen.',
  },
  NOT_FOUND: {
    title: 'Siden findes ikke',
    text: 'Adressen er måske skrevet forkert, eller siden er ikke til dig.',
  },
  INTERNAL: {
    title: 'Noget gik galt',
    text: 'Fejlen er vores og er noteret. Prøv igen om lidt.',
  },
  reference: (reference: string): string => `Skriver du til os om fejlen, så oplys nummeret ${reference}.`,
  toStart: 'Gå til forsiden',
};
