import { isElement, isText, rawStyle } from './elements';

/** Inline elements, and their names in a text. */
const NAMES: Record<string, string> = {
  ...{ b: 'strong', strong: 'strong', i: 'em', em: 'em', cite: 'em', dfn: 'em', var: 'em' },
  ...{
    s: 's',
    strike: 's',
    del: 's',
    sup: 'sup',
    sub: 'sub',
    code: 'code',
    kbd: 'code',
    samp: 'code',
    tt: 'code',
  },
};

/** Returns an inline node as plain markup: emphasis, links, breaks, notes and text. */
export function inlineOf(node: Node): Node[] {
  if (isText(node)) return wordsAndBreaks(node);
  if (!isElement(node)) return [];
  const { localName: name, ownerDocument: document } = node;
  if (name === 'br') {
    return node.className === 'Apple-interchange-newline' ? [] : [document.createElement('br')];
  }
  if (name === 'sup' && node.hasAttribute('data-footnote')) {
    const note = document.createElement('sup');
    for (const attribute of ['data-footnote', 'data-paragraphs', 'data-again']) {
      const value = node.getAttribute(attribute);
      if (value !== null) note.setAttribute(attribute, value);
    }
    return [note];
  }
  const content = [...node.childNodes].flatMap(inlineOf);
  const href = name === 'a' ? node.getAttribute('href') : null;
  const plainName = href ? 'a' : NAMES[name];
  if (!plainName || !content.some((child) => child.textContent?.trim())) return content;
  const plain = document.createElement(plainName);
  if (href) plain.setAttribute('href', href);
  plain.append(...content);
  return [plain];
}

function wordsAndBreaks(text: Text): Node[] {
  const words = text.nodeValue ?? '';
  const document = text.ownerDocument;
  if (!words.includes('\n') || !keepsBreaks(text)) {
    return [document.createTextNode(words.replace(/[ \t\r\n\f]+/g, ' '))];
  }
  return words
    .split(/\r?\n/)
    .flatMap((line, index) => [
      ...(index > 0 ? [document.createElement('br')] : []),
      document.createTextNode(line.replace(/[ \t\f]+/g, ' ')),
    ]);
}

/** Whether a line break in the source is one on the page, by the nearest style that sets it. */
function keepsBreaks(text: Text): boolean {
  const element = text.parentElement?.closest('[style*="white-space"]');
  return element ? /white-space:(pre|break-spaces)/.test(rawStyle(element)) : false;
}
