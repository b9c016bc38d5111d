const CVR_WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1];

/** CVR number: 8 digits, weights 2,7,6,5,4,3,2,1, sum mod 11 = 0 (Erhvervsstyrelsen, modulus 11). A hard check. */
export function isCvrNumber(text: string): boolean {
  if (!/^[1-9]\d{7}$/.test(text)) return false;
  const sum = CVR_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return sum % 11 === 0;
}

/** P-number: 10 digits. There is no reliable check digit, so only the form is checked. */
export function isPNumber(text: string): boolean {
  return /^\d{10}$/.test(text);
}

// Verhoeff's tables (J. Verhoeff, Error detecting decimal codes, 1969): dihedral group D5 and its permutation.
const MULTIPLY = [
  '0123456789', '1234067895', '2340178956', '3401289567', '4012395678',
  '5987604321', '6598710432', '7659821043', '8765932104', '9876543210',
]; // prettier-ignore
const PERMUTE = [
  '0123456789', '1576283094', '5803796142', '8916043527', '9453126870', '4286573901', '2793806415', '7046913258',
]; // prettier-ignore

/** SOR code: 6-18 digits with a Verhoeff check digit (SNOMED form), kept as text. */
export function isSorCode(text: string): boolean {
  if (!/^\d{6,18}$/.test(text)) return false;
  let check = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = Number(text[text.length - 1 - index]);
    const permuted = Number(PERMUTE[index % 8]?.[digit]);
    check = Number(MULTIPLY[check]?.[permuted]);
  }
  return check === 0;
}

/** The Verhoeff check digit that completes `digits` to a valid SOR code. */
export function sorCheckDigit(digits: string): string {
  for (let digit = 0; digit < 10; digit += 1) {
    if (isSorCode(`${digits}${digit}`)) return String(digit);
  }
  throw new RangeError(`"${digits}" cannot be completed to a SOR code: 5 to 17 digits are needed.`);
}

/** Municipality code: four digits with leading zero, e.g. 0101 (Copenhagen). */
export function isMunicipalityCode(text: string): boolean {
  return /^0\d{3}$/.test(text);
}

/** Danish postal code: four digits. */
export function isPostalCode(text: string): boolean {
  return /^\d{4}$/.test(text);
}
