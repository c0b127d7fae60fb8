import { encodedSpaces } from '@/lib/language/encoded-spaces';
import { unwrap } from './elements';
import type { Removed } from './report';
import { withoutTrackers } from './trackers';

/**
 * Removes trackers from links, and unwraps those that are not web, mail, telephone or site addresses, such
 * as links within the copied page.
 */
export function cleanLinks(root: HTMLElement, removed: Removed): void {
  for (const link of root.querySelectorAll('a')) {
    const href = encodedSpaces((link.getAttribute('href') ?? '').trim());
    const clean = withoutTrackers(href);
    if (!/^(https?:\/\/|mailto:|tel:|\/(?!\/))/i.test(clean)) {
      unwrap(link);
      continue;
    }
    if (clean !== href) removed.trackers += 1;
    link.setAttribute('href', clean);
  }
}
