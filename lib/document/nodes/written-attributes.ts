import type { Rules, Shape } from '../rules';

/** Returns the name of an attribute in HTML: `data-media-id` for `mediaId`. */
function nameOf(attribute: string): string {
  return `data-${attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Returns a node's attributes as its element carries them through a clipboard, without null values. */
export function writtenAttributes(attributes: Record<string, unknown>): Record<string, string> {
  const written = Object.entries(attributes).filter(([, value]) => value !== null);
  return Object.fromEntries(written.map(([name, value]) => [nameOf(name), String(value)]));
}

/** Reads the attributes of an element made with `writtenAttributes`; false when the rules do not allow them. */
export function readAttributes<S extends Shape>(rules: Rules<S>) {
  return (element: HTMLElement) => {
    const names = Object.keys(rules.shape);
    const written = names.map((name) => [name, element.getAttribute(nameOf(name)) ?? undefined]);
    return rules.read(Object.fromEntries(written)) ?? false;
  };
}
