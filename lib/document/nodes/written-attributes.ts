import type { Rules, Shape } from '../rules';

/** `mediaId` as `data-media-id`. */
function nameOf(attribute: string): string {
  return `data-${attribute.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A node's attributes as its element carries them through a clipboard; what is null is left out. */
export function writtenAttributes(attributes: Record<string, unknown>): Record<string, string> {
  const written = Object.entries(attributes).filter(([, value]) => value !== null);
  return Object.fromEntries(written.map(([name, value]) => [nameOf(name), String(value)]));
}

/** What an element made with `writtenAttributes` says, or false when the rules do not hold for it. */
export function readAttributes<S extends Shape>(rules: Rules<S>) {
  return (element: HTMLElement) => {
    const names = Object.keys(rules.shape);
    const written = names.map((name) => [name, element.getAttribute(nameOf(name)) ?? undefined]);
    return rules.read(Object.fromEntries(written)) ?? false;
  };
}
