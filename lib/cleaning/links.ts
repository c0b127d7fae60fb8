import { unwrap } from './elements';
import type { Removed } from './report';
import { withoutTrackers } from './trackers';

/**
 * Removes trackers from links, and unwraps those that are not web, mail or site addresses, such as links
 * within the copied page.
 */
export function cleanLinks(root: HTMLElement, removed: Removed): void {
  for (const link of root.querySelectorAll('a')) {
    const href = (link.getAttribute('href') ?? '').trim();
    const clean = withoutTrackers(href);
    if (!/^(https?:\/\/|mailto:|\/(?!\/))/i.test(clean)) {
      unwrap(link);
      continue;
    }
    if (clean !== href) removed.trackers += 1;
    link.setAttribute('href', clean);
  }
}
