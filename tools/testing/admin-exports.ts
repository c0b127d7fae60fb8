import { globSync } from 'node:fs';
import { resolve } from 'node:path';

export type Handler = (request: Request, context: unknown) => Promise<Response>;
export type Action = (input: unknown) => Promise<unknown>;

/** Actions for people who have no session yet, or end theirs. Every other one requires a session first. */
const WITHOUT_SESSION = [
  'app/(admin)/admin/(desk)/account/actions.ts leave',
  'app/(admin)/admin/setup/actions.ts setUp',
  'app/(admin)/admin/sign-in/actions.ts enter',
  'app/(admin)/admin/sign-in/actions.ts enterAgain',
  'app/(admin)/admin/sign-in/actions.ts enterWithPasskey',
  'app/(admin)/admin/sign-in/actions.ts passkeyOptions',
];

/** Returns every server action that requires a session, with its file and name, such as `…/actions.ts publish`. */
export async function adminActions(): Promise<[string, Action][]> {
  const actions = await exportsOf<Action>('actions.ts', () => true);
  const unknown = WITHOUT_SESSION.filter((free) => !actions.some(([name]) => name === free));
  if (unknown.length > 0) throw new Error(`There is no action ${unknown.join(', ')}.`);
  return actions.filter(([name]) => !WITHOUT_SESSION.includes(name));
}

/** Returns every route handler of the admin, with its file and method. */
export async function adminHandlers(): Promise<[string, Handler][]> {
  const handlers = await exportsOf<Handler>('route.ts', (name) => /^[A-Z]+$/.test(name));
  return handlers.filter(([name]) => name.startsWith('app/(admin)/'));
}

/** Returns every function that files of one name export, each with a name for the test. */
async function exportsOf<F>(name: string, isWanted: (exported: string) => boolean): Promise<[string, F][]> {
  const files = globSync(`app/**/${name}`).sort();
  const all = files.map(async (file) => {
    const exported: Record<string, unknown> = await import(/* @vite-ignore */ resolve(file));
    return Object.entries(exported)
      .filter(([key, value]) => typeof value === 'function' && isWanted(key))
      .map(([key, value]): [string, F] => [`${file} ${key}`, value as F]);
  });
  return (await Promise.all(all)).flat();
}
