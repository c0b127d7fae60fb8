import { isBlank, isElement, isText } from './elements';

const COMMENT = 8;
const IMAGE = /<v:imagedata\b[^<>]*?\bsrc="([^"<>]*)"/i;

/**
 * Puts a picture where Word wrote one only in its own drawing language, in a comment that browsers do not show or as
 * elements that they do not know. Usually an `<img>` for browsers follows; then nothing is added.
 */
export function showVmlPictures(root: HTMLElement): void {
  for (const comment of commentsIn(root)) {
    const source =
      /^\[if [^\]]*\bvml\b/i.test(comment.nodeValue ?? '') && IMAGE.exec(comment.nodeValue ?? '')?.[1];
    if (typeof source === 'string' && !isBrowserPictureAfter(comment)) comment.after(pictureOf(source, root));
  }
  for (const data of root.querySelectorAll<HTMLElement>('v\\:imagedata')) {
    const shape = data.closest('v\\:shape') ?? data;
    if (isBrowserPictureAfter(shape)) continue;
    shape.after(pictureOf(data.getAttribute('src') ?? '', root));
  }
}

function pictureOf(source: string, root: HTMLElement): HTMLElement {
  const image = root.ownerDocument.createElement('img');
  image.setAttribute('src', source);
  return image;
}

/** Whether the picture for browsers follows: Word writes it after its own, between marks for programs without VML. */
function isBrowserPictureAfter(node: Node): boolean {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    if (next.nodeType === COMMENT) {
      if (/^\[if !vml\]/i.test(next.nodeValue ?? '')) return true;
    } else if (isElement(next)) return next.localName === 'img' || next.querySelector('img') !== null;
    else if (isText(next) && !isBlank(next.nodeValue)) return false;
  }
  return false;
}

function commentsIn(node: Node): ChildNode[] {
  return [...node.childNodes].flatMap((child) =>
    child.nodeType === COMMENT ? [child] : isElement(child) ? commentsIn(child) : [],
  );
}
