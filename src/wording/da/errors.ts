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
  MALFORMED: {
    title: 'Forespørgslen kan ikke læses',
    text: 'Adressen eller formularen er blevet ødelagt på vejen. Gå tilbage, og prøv igen.',
  },
  METHOD_NOT_ALLOWED: {
    title: 'Det kan man ikke her',
    text: 'Adressen findes, men kan ikke bruges på den måde. Gå tilbage, og prøv igen.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    title: 'Indholdet kan ikke modtages',
    text: 'Det, du sendte, er i et format, som ikke kan modtages her.',
  },
  TOO_LARGE: {
    title: 'Det er for stort',
    text: 'Det, du sendte, fylder mere, end der kan modtages her. Send mindre ad gangen.',
  },
  TOO_COSTLY: {
    title: 'Der er spurgt om for meget på én gang',
    text: 'Spørg om færre steder eller færre felter ad gangen.',
  },
  TOO_MANY_REQUESTS: {
    title: 'Der kommer for mange forespørgsler fra dig',
    text: 'Vent lidt, og prøv igen.',
  },
  TIMED_OUT: {
    title: 'Det tog for lang tid',
    text: 'Der er meget at lave lige nu. Prøv igen om lidt, eller spørg om mindre.',
  },
  INTERNAL: {
    title: 'Noget gik galt',
    text: 'Fejlen er vores og er noteret. Prøv igen om lidt.',
  },
  reference: (reference: string): string => `Skriver du til os om fejlen, så oplys nummeret ${reference}.`,
  toStart: 'Gå til forsiden',
};
