import type { Page } from './page';

const WEIGHT = /^\s*q\s*=\s*([\d.]+)\s*$/i;

/** Made once for each page: what is sent is remembered by the page object. */
const variants = new WeakMap<Page, Map<string, Page>>();

/**
 * Marks an answer at an address that has several, so that no cache sends one in place of another. Some edges
 * ignore `Vary`, so they may keep only the usual one.
 * @param vary the request header that selects.
 */
export function asVariant(page: Page, vary: string, isUsual: boolean): Page {
  const known = variants.get(page) ?? new Map<string, Page>();
  variants.set(page, known);
  const name = `${vary} ${isUsual}`;
  const variant = known.get(name);
  // A page that is compressed better has another body.
  if (variant && variant.brotli === page.brotli) return variant;
  const made = makeVariant(page, vary, isUsual);
  known.set(name, made);
  return made;
}

function makeVariant(page: Page, vary: string, isUsual: boolean): Page {
  if (isUsual) return { ...page, headers: { ...page.headers, vary } };
  const { 'cdn-cache-control': _edges, 'surrogate-key': _key, ...headers } = page.headers;
  return { ...page, headers: { ...headers, vary, 'cache-control': 'private, no-cache' } };
}

/**
 * Returns the media type of `types` that an `Accept` header prefers; the first when several are equally
 * preferred, or none is.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1
 */
export function chosenType(accept: string | undefined, types: readonly [string, ...string[]]): string {
  const [usual] = types;
  if (!accept) return usual;
  const weights = weightsOf(accept);
  const weigh = (type: string) =>
    weights.get(type) ?? weights.get(`${type.split('/', 1)[0]}/*`) ?? weights.get('*/*') ?? 0;
  return types.reduce((best, type) => (weigh(type) > weigh(best) ? type : best), usual);
}

function weightsOf(accept: string): Map<string, number> {
  return new Map(
    accept.split(',').map((range) => {
      const [type = '', ...parameters] = range.split(';');
      const weight = parameters.map((parameter) => WEIGHT.exec(parameter)?.[1]).find(Boolean);
      return [type.trim().toLowerCase(), weight === undefined ? 1 : Number(weight) || 0];
    }),
  );
}
