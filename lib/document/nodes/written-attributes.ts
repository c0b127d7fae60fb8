import type * as z from 'zod/mini';

/** `mediaId` as `data-media-id`. */
function nameOf(attribute: string): string {
  return `data-${attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A node's attributes as its element carries them through a clipboard; what is null is left out. */
export function writtenAttributes(attributes: Record<string, unknown>): Record<string, string> {
  const written = Object.entries(attributes).filter(([, value]) => value !== null);
  return Object.fromEntries(written.map(([name, value]) => [nameOf(name), String(value)]));
}

/** What an element made with `writtenAttributes` says, or false when the rule does not hold for it. */
export function readAttributes<Shape extends z.core.$ZodShape>(rule: z.ZodMiniObject<Shape>) {
  return (element: HTMLElement) => {
    const names = Object.keys(rule.shape);
    const written = names.map((name) => [name, element.getAttribute(nameOf(name)) ?? undefined]);
    const parsed = rule.safeParse(Object.fromEntries(written));
    return parsed.success ? parsed.data : false;
  };
}
