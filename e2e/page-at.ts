import type { APIRequestContext } from '@playwright/test';
import { parseHTML } from 'linkedom';

/** Requests a reader page and parses it: its content needs no browser. */
export async function pageAt(request: APIRequestContext, path: string) {
  const answer = await request.get(path);
  const html = await answer.text();
  return { status: answer.status(), html, document: parseHTML(html).document };
}
