export const signIn = {
  title: 'Log ind',
  lead: 'Dette er log ind til udvikling. Vælg, hvem du vil være; personerne er opdigtede.',
  who: 'Hvem vil du være?',
  submit: 'Log ind',
  choose: 'Vælg en bruger, før du logger ind',
  none: 'Her kan ingen logge ind endnu',
  noneText:
    'Log ind til udvikling er slået fra, og ingen anden måde at logge ind på er sat op. Den, der driver tjenesten, kan hjælpe.',
  again: 'Log ind igen',
  asAnother: 'Log ind som en anden',
  problems: {
    ATTEMPT_LOST: {
      heading: 'Dit log ind blev ikke færdigt',
      text: 'Der gik for lang tid, eller du begyndte i en anden browser. Begynd forfra.',
    },
    CANCELLED: { heading: 'Du afbrød dit log ind', text: 'Du er ikke logget ind.' },
    REFUSED: {
      heading: 'Dit log ind blev afvist',
      text: 'Svaret fra det sted, hvor du viste, hvem du er, kunne ikke godtages. Prøv igen; sker det igen, kan den, der driver tjenesten, hjælpe.',
    },
    NO_GRANT: {
      heading: 'Du har ikke adgang til Samtilsyn',
      text: 'Vi ved, hvem du er, men ingen har givet dig en rolle her. Din leder, eller den, der administrerer brugere hos jer, kan give dig adgang.',
    },
  },
  roleTitle: 'Vælg rolle',
  roleLead: 'Du har flere roller. Du arbejder i én ad gangen, og det noteres, hvilken du bruger.',
  roleWhich: 'Hvilken rolle vil du bruge?',
  roleSubmit: 'Fortsæt',
  roleChoose: 'Vælg en rolle, før du fortsætter',
  signedOut: 'Du er logget af',
  signedOutText: 'Luk browseren, hvis andre bruger maskinen.',
  signedOutHere: 'Du er logget af Samtilsyn',
  signedOutHereText: 'Du bliver sendt videre, så du også bliver logget af det sted, hvor du loggede ind.',
  goOn: 'Gå videre',
};
