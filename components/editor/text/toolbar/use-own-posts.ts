import { useEffect, useState } from 'react';
import { adminPath } from '@/lib/addresses';
import type { LanguageCode } from '@/lib/language/languages';
import { isAddressLike } from './completed-address';

/** A published post that a link can lead to. */
export interface OwnPost {
  id: number;
  headline: string;
  language: LanguageCode;
  href: string;
}

const PAUSE_MS = 150;
const SHORTEST = 2;
const NONE: OwnPost[] = [];

/** Finds published posts by the words in a link field, once typing pauses; an address is not searched for. */
export function useOwnPosts(typed: string): OwnPost[] {
  const [found, setFound] = useState<{ q: string; posts: OwnPost[] }>({ q: '', posts: NONE });
  const words = typed.trim();
  const q = words.length < SHORTEST || isAddressLike(words) ? '' : words;
  useEffect(() => {
    if (!q) return;
    const late = new AbortController();
    const timer = setTimeout(() => {
      postsWith(q, late.signal).then(
        (posts) => setFound({ q, posts }),
        (error: unknown) => {
          if (!late.signal.aborted) console.warn('The posts could not be searched.', error);
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      late.abort();
    };
  }, [q]);
  // Enter must not choose what was found for other words.
  return q && found.q === q ? found.posts : NONE;
}

async function postsWith(q: string, signal: AbortSignal): Promise<OwnPost[]> {
  const response = await fetch(adminPath('links/posts', { q }), { signal });
  if (!response.ok) return NONE;
  return ((await response.json()) as { value: OwnPost[] }).value;
}
