import { z } from 'zod';
import { Refusal } from '@/lib/errors';
import { refusal } from '@/lib/next/guard';
import { SaveMarkSchema } from '@/lib/posts/save-mark';

const LARGEST_BYTES = 10 * 1024 * 1024;

/** Checks only the identification of the save; the command validates the whole text. */
const DraftRequest = z.object({ version: z.number().int(), mark: SaveMarkSchema, writing: z.unknown() });

/** Reads a save up to the allowed size, or returns the answer that refuses it. */
export async function readDraftRequest(request: Request): Promise<z.infer<typeof DraftRequest> | Response> {
  const text = await textUpTo(request, LARGEST_BYTES);
  if (text === null) return refusal(413, new Refusal('invalid', 'textTooLarge'));
  const parsed = DraftRequest.safeParse(jsonOrNull(text));
  return parsed.success ? parsed.data : refusal(400, new Refusal('invalid', 'saveDamaged'));
}

async function textUpTo(request: Request, limitBytes: number): Promise<string | null> {
  if (!request.body) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > limitBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
