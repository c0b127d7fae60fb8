import type { z } from 'zod';
import type { Command } from '@/lib/commands';
import type { Outcome } from '@/lib/errors';
import { database } from './database';
import { currentUser } from './session';

const SIGNED_OUT = {
  ok: false,
  code: 'signed_out',
  message: 'You are signed out. Sign in again to go on.',
} as const;

/**
 * Makes a server action of a command: session, then form, then the command. Nobody signed out gets
 * further than the first line.
 */
export function action<S extends z.ZodType, T>(schema: S, run: Command<z.output<S>, T>) {
  return async (input: z.input<S> | FormData): Promise<Outcome<T>> => {
    const user = await currentUser();
    if (!user) return SIGNED_OUT;
    const parsed = schema.safeParse(input instanceof FormData ? Object.fromEntries(input) : input);
    if (!parsed.success) {
      return {
        ok: false,
        code: 'invalid',
        message: parsed.error.issues[0]?.message ?? 'Please check the form.',
      };
    }
    return run(database(), parsed.data, { userId: user.id, now: Date.now() });
  };
}
