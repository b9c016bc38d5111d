export const signIn = {
  title: 'Log ind',
  lead: 'Dette er log ind til udvikling. Vælg, hvem du vil være; personerne er opdigtede.',
  who: 'Hvem vil du være?',
  submit: 'Log ind',
  choose: 'Vælg en bruger, før du logger ind',
  none: 'Her kan ingen logge ind endnu',
  noneText:
    'Log ind til udvikling er slået fra, og ingen anden måde at logge ind på er sat op. Den, der driver tjenesten, kan hjælpe.',
};
