import { useEffect, useMemo, useState } from 'react';
import { useKnownMedia } from '@/components/editor/ground/known-media.client';
import { linksIn } from '@/lib/posts/checklist/body-nodes';
import { brokenLinks } from '@/lib/posts/checklist/check-body';
import type { CheckedLinks } from '@/lib/posts/checklist/check-links';
import { checkText } from '@/lib/posts/checklist/check-text';
import type { Finding } from '@/lib/posts/checklist/findings';
import type { PublishProps } from './publish-types';

/** State of the link check; `unknown` when the server did not answer. */
export type LinkState = 'looking' | 'unknown' | CheckedLinks;

/** The checklist of a text when the dialog opens; the text cannot change while it is open. */
export interface OpenChecklist {
  /** What was found in the text, besides its links. */
  findings: Finding[];
  brokenLinks: Finding | null;
  /** True while something must be fixed before publishing. */
  isHeldBack: boolean;
  links: LinkState;
  linkCount: number;
}

/** Checks the text immediately, then its links, which takes longer and does not block publishing. */
export function useChecklist({ writing, draft, topics }: PublishProps): OpenChecklist {
  const [text] = useState(() => writing.read());
  const { find } = useKnownMedia();
  const [links, setLinks] = useState<LinkState>('looking');
  const hrefs = useMemo(() => [...new Set(linksIn(text.body).map(({ href }) => href))], [text]);
  useEffect(() => {
    if (hrefs.length === 0) return;
    const ending = new AbortController();
    askForLinks(hrefs, ending.signal).then(setLinks, (error) => {
      if (ending.signal.aborted) return;
      console.warn('The links could not be looked at.', error);
      setLinks('unknown');
    });
    return () => ending.abort();
  }, [hrefs]);
  const found = useMemo(() => {
    const { language, kind } = draft;
    return checkText(text, { language, kind, hasTopics: topics.length > 0, findMedia: find });
  }, [text, draft, topics, find]);
  return {
    findings: found,
    brokenLinks: typeof links === 'object' ? brokenLinks(text.body, new Set(links.broken)) : null,
    isHeldBack: found.some(({ isMust }) => isMust),
    links,
    linkCount: hrefs.length,
  };
}

async function askForLinks(hrefs: string[], signal: AbortSignal): Promise<CheckedLinks> {
  const response = await fetch('/admin/links/check', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ hrefs }),
    signal,
  });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return ((await response.json()) as { value: CheckedLinks }).value;
}
