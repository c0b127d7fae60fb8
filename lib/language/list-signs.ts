/**
 * How a numbered list counts: `a`, `A`, `i` and `I` as in HTML, Khmer digits and Khmer letters; null counts 1, 2, 3.
 * @see https://html.spec.whatwg.org/#attr-ol-type
 */
export const LIST_TYPES = [null, 'a', 'A', 'i', 'I', 'khmer', 'khmer-letters'] as const;
export type ListType = (typeof LIST_TYPES)[number];

/** A reading of the sign of a list item: `c` is the third letter or the Roman hundred. */
export interface SignReading {
  type: ListType;
  number: number;
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
/** The consonants, in the order of the alphabet. */
const KHMER = 'កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ';
const KHMER_ZERO = 0x17e0;
const ROMAN: [sign: string, value: number][] = Object.entries({
  ...{ m: 1000, cm: 900, d: 500, cd: 400, c: 100, xc: 90, l: 50, xl: 40 },
  ...{ x: 10, ix: 9, v: 5, iv: 4, i: 1 },
});
/** Browsers write larger numbers of Roman lists in digits. */
const LARGEST_ROMAN = 3999;

/** Whether a value is a way to count; anything can be in pasted markup. */
export function isListType(value: unknown): value is ListType {
  return LIST_TYPES.includes(value as ListType);
}

/** Returns the sign of the item with a number: `3`, `c`, `iii`, `៣` or `គ`. */
export function listSign(type: ListType, number: number): string {
  if (type === null || number < 1) return String(number);
  if (type === 'khmer') return inKhmerDigits(number);
  if (type === 'khmer-letters') return inLetters(number, KHMER);
  if (number > LARGEST_ROMAN && /i/i.test(type)) return String(number);
  const sign = /i/i.test(type) ? inRoman(number) : inLetters(number, LATIN);
  return type === type.toLowerCase() ? sign : sign.toUpperCase();
}

/** Returns what a sign without its full stop or bracket can mean, the smallest number first. */
export function readingsOf(sign: string): SignReading[] {
  const readings: SignReading[] = LIST_TYPES.flatMap((type) => {
    const number = numberIn(type, sign);
    return number !== null && listSign(type, number) === sign ? [{ type, number }] : [];
  });
  return readings.sort((one, other) => one.number - other.number);
}

function numberIn(type: ListType, sign: string): number | null {
  if (type === null) return /^\d{1,5}$/.test(sign) ? Number(sign) : null;
  if (type === 'khmer') return /^[\u17e0-\u17e9]{1,5}$/.test(sign) ? Number(inLatinDigits(sign)) : null;
  if (type === 'khmer-letters') return fromLetters(sign, KHMER);
  return /i/i.test(type) ? fromRoman(sign.toLowerCase()) : fromLetters(sign.toLowerCase(), LATIN);
}

function inKhmerDigits(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCharCode(KHMER_ZERO + Number(digit)));
}

function inLatinDigits(sign: string): string {
  return sign.replace(/[\u17e0-\u17e9]/g, (digit) => String(digit.charCodeAt(0) - KHMER_ZERO));
}

/** After the last letter follow pairs: z, aa, ab. */
function inLetters(number: number, letters: string): string {
  let sign = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / letters.length)) {
    sign = letters.charAt((rest - 1) % letters.length) + sign;
  }
  return sign;
}

function fromLetters(sign: string, letters: string): number | null {
  if (sign === '' || sign.length > 2) return null;
  let number = 0;
  for (const letter of sign) {
    const at = letters.indexOf(letter);
    if (at < 0) return null;
    number = number * letters.length + at + 1;
  }
  return number;
}

function inRoman(number: number): string {
  let sign = '';
  let rest = number;
  for (const [part, value] of ROMAN) {
    while (rest >= value) {
      sign += part;
      rest -= value;
    }
  }
  return sign;
}

function fromRoman(sign: string): number | null {
  if (!/^[ivxlcdm]{1,15}$/.test(sign)) return null;
  let number = 0;
  let rest = sign;
  for (const [part, value] of ROMAN) {
    while (rest.startsWith(part)) {
      number += value;
      rest = rest.slice(part.length);
    }
  }
  return rest === '' ? number : null;
}
