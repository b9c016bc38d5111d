/** Street names that many Danish towns have. */
export const STREET_NAMES = [
  'Ahornvej', 'Askevej', 'Elmevej', 'Fyrrevej', 'Granvej', 'Hasselvej', 'Hybenvej', 'Lærkevej', 'Mejsevej', 'Svalevej',
  'Uglevej', 'Falkevej', 'Bøgevej', 'Tjørnevej', 'Pile Allé', 'Kirsebærvej', 'Blommehaven', 'Æblevænget', 'Syrenvej',
  'Tulipanvej', 'Liljevej', 'Valnøddevej', 'Teglværksvej', 'Smedegade', 'Algade', 'Storegade', 'Bredgade', 'Torvegade',
  'Havnegade', 'Jernbanegade', 'Engdraget', 'Bakkedraget', 'Kærvej', 'Mosevej', 'Søvej', 'Fjordvej', 'Klitvej', 'Hedevej',
  'Overdrevet', 'Gadekæret', 'Præstemarken', 'Degnevej', 'Sognevej', 'Østerled', 'Vesterled', 'Gammel Kongevej',
  'Gammel Skolevej', 'Nordre Allé', 'Søndre Kærvej', 'Sankt Hans Gade', 'Doktor Holms Vej', 'Håndværkervej',
  'Fabriksvej', 'Mælkevejen', 'Nyvej', 'Damvej', 'Ågade', 'Rødkælkevej', 'Violvej', 'Stadionvej',
] as const; // prettier-ignore

/** How clerks shorten them. */
export const STREET_ABBREVIATIONS: readonly (readonly [long: string, short: string])[] = [
  ['Gammel ', 'Gl. '],
  ['Nordre ', 'Ndr. '],
  ['Søndre ', 'Sdr. '],
  ['Sankt ', 'Skt. '],
  ['Doktor ', 'Dr. '],
];
