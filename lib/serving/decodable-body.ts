/** Arguments of server actions are nested a few times; readers of deeper ones would use up the stack. */
const DEEPEST = 100;
const MULTIPART = 'multipart/form-data';
/** The parts of a form in which React sends values as JSON. */
const JSON_PART = /^(?:\d+|\$ACTION_\d+:\d+)$/;

/**
 * Checks whether a body is what its type says, so that Next and the sign-in library need not fail on it.
 * @param isAction whether it has the arguments of a server action, which are JSON in anything but a form.
 */
export async function isDecodable(body: Buffer, contentType: string, isAction: boolean): Promise<boolean> {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (type === MULTIPART) return isForm(body, contentType);
  if (type === 'application/x-www-form-urlencoded') return true;
  return (!isAction && type !== 'application/json') || isShallowJson(body.toString('utf8'));
}

async function isForm(body: Buffer, contentType: string): Promise<boolean> {
  try {
    const sent = new Response(new Uint8Array(body), { headers: { 'content-type': contentType } });
    const form = await sent.formData();
    return [...form].every(
      ([name, value]) => typeof value !== 'string' || !JSON_PART.test(name) || isShallowJson(value),
    );
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function isShallowJson(text: string): boolean {
  if (depthOf(text) > DEEPEST) return false;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** Returns how deep the lists and objects of a JSON text are nested. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (isString && character === '\\') at += 1;
    else if (character === '"') isString = !isString;
    else if (isString) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}
