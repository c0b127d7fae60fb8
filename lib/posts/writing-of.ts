import type { Writing } from './types';

/** The written fields of a draft, a revision or a restore point, and nothing else of it. */
export function writingOf(text: Writing): Writing {
  const { headline, standfirst, body, byline, topicIds, leadMediaId, leadWords } = text;
  const { source, seoTitle, seoDescription } = text;
  return {
    headline,
    standfirst,
    body,
    byline,
    topicIds,
    leadMediaId,
    leadWords,
    source,
    seoTitle,
    seoDescription,
  };
}
