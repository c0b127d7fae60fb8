import { renderIn } from '@/lib/asked-language';
import { isLanguageCode, type LanguageCode } from '@/lib/language/languages';
import type { Render } from './render';
import type { RouteTable } from './route-table';

/** The address of a page that exists in each language, without its language. */
export interface PlainAddress {
  /** The language that the address names; null for the plain address, which is that of the main language. */
  language: LanguageCode | null;
  /** `/topics/law?x=1` for `/km/topics/law?x=1`. */
  plain: string;
}

/**
 * Splits the address of a page that exists in each language; null for every other address.
 * @param address percent-encoded or not, with or without query.
 */
export function plainAddress(table: RouteTable, address: string): PlainAddress | null {
  const [path = '/'] = address.split(/[?#]/, 1);
  const { inLanguages } = table.find(path);
  if (inLanguages === undefined) return null;
  if (inLanguages === 'main') return { language: null, plain: address };
  const [, code = ''] = path.split('/', 2);
  return isLanguageCode(code) ? { language: code, plain: address.slice(code.length + 1) } : null;
}

/** Makes rendering understand addresses that name a language: Next is asked for the plain one, in this language. */
export function renderInLanguages(render: Render, table: RouteTable): Render {
  return (address, headers) => {
    const { language, plain } = plainAddress(table, address) ?? { language: null, plain: address };
    if (language === null) return render(plain, headers);
    return renderIn(language, () => render(plain, headers));
  };
}
