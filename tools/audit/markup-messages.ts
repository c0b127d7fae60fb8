import { basename } from 'node:path';
import { z } from 'zod';

/**
 * What the checker says wrongly of copies in one file: it knows neither `data:` as a source nor the
 * hash of a long style. Browsers do, and e2e/sharing.spec.ts sees the styles and pictures of copies.
 */
const MISTAKEN = /^(?:Inline style|Resource) violates Content Security Policy \(meta tag\)/;

const Report = z.object({
  messages: z.array(
    z.object({
      type: z.string(),
      subType: z.string().optional(),
      url: z.string().optional(),
      message: z.string(),
      extract: z.string().optional(),
    }),
  ),
});

/** What is wrong with a page: the checker's sentence and the place. */
export interface MarkupFault {
  file: string;
  fault: string;
}

/**
 * The errors and warnings in what the Nu HTML checker printed as JSON. Remarks, such as that slashes
 * mean nothing in `<br/>`, are none.
 */
export function markupFaults(json: string): MarkupFault[] {
  return Report.parse(JSON.parse(json))
    .messages.filter(({ type, subType }) => type !== 'info' || subType === 'warning')
    .filter(({ message }) => !MISTAKEN.test(message))
    .map(({ message, url = '', extract = '' }) => ({
      file: basename(url),
      fault: `${message} ${extract.replace(/\s+/g, ' ').trim()}`.trim(),
    }));
}
