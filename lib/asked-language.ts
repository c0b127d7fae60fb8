import { AsyncLocalStorage } from 'node:async_hooks';
import type { LanguageCode } from './language/languages';

/*
 * The language that the address of a page names: `km` for `/km/topics`. Next is asked for the plain address,
 * so that each page exists once, and this says in which language it is wanted. The server and Next's build
 * each have a copy of this module, so what they share is global.
 */

const holder = globalThis as typeof globalThis & { broadsideAskedLanguage?: AsyncLocalStorage<LanguageCode> };
holder.broadsideAskedLanguage ??= new AsyncLocalStorage();
const storage = holder.broadsideAskedLanguage;

/** Renders in the language that an address names. */
export function renderIn<T>(language: LanguageCode, work: () => T): T {
  return storage.run(language, work);
}

/** Returns the language that the address of the page names; null at a plain address. */
export function askedLanguage(): LanguageCode | null {
  return storage.getStore() ?? null;
}
