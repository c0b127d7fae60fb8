import { basename } from 'node:path';
import { z } from 'zod';

/**
 * What the checker reports wrongly about copies: it knows neither `data:` as a source nor the hash of a long style.
 * Browsers do, and e2e/sharing.spec.ts checks that styles and pictures of copies are shown.
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

/** A fault in a page: the checker's message and its position. */
export interface MarkupFault {
  file: string;
  fault: string;
}

/**
 * Returns the errors and warnings in the JSON output of the Nu HTML checker. Info messages, such as that slashes mean
 * nothing in `<br/>`, are left out.
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
