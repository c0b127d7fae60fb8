import type { APIRequestContext } from '@playwright/test';
import { parseHTML } from 'linkedom';

/** What readers' pages say needs no browser: asked for by a request, and parsed. */
export async function pageAt(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  const html = await answer.text();
  return { status: answer.status(), html, document: parseHTML(html).document };
}
