import { isLanguageCode, type LanguageCode } from './languages';

/**
 * Returns the supported language that a browser prefers.
 * @param header `Accept-Language`, such as `km-KH,km;q=0.9,en;q=0.8`.
 * @returns null when it names no supported language.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4
 */
export function acceptedLanguage(header: string | null): LanguageCode | null {
  const wanted = (header ?? '')
    .split(',')
    .map(weighed)
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wanted.map(({ code }) => code).find(isLanguageCode) ?? null;
}

function weighed(range: string): { code: string; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  return { code: tag.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
}
