import { adminPostPath } from '@/lib/addresses';
import type { Answer } from '@/lib/errors';
import type { PostState } from '@/lib/posts/types';

/** What the server says of a post. */
export interface StateNow {
  state: PostState;
  /** The server's clock, epoch ms. */
  now: number;
}

/** Asks the server what has become of a post; null when it does not say, for instance without a network. */
export async function askForState(postId: number): Promise<StateNow | null> {
  try {
    const response = await fetch(adminPostPath(postId, 'state'), { cache: 'no-store', redirect: 'manual' });
    if (!response.headers.get('content-type')?.includes('json')) return null;
    const answer = (await response.json()) as Answer<StateNow>;
    return answer.ok ? answer.value : null;
  } catch (error) {
    console.warn('The state of the post could not be fetched.', error);
    return null;
  }
}
