import type { Node } from '@tiptap/pm/model';

/**
 * The JSON of a document, of which only the blocks that changed are made anew: nodes never change, so a
 * block's text stays right for as long as the block is there. Keeping 10,000 words costs what one paragraph does.
 */
export class BlockTexts {
  #texts = new WeakMap<Node, string>();

  /** What `JSON.stringify(document.toJSON())` gives. */
  of(document: Node): string {
    const blocks: string[] = [];
    document.forEach((block) => {
      blocks.push(this.#block(block));
    });
    return `{"type":"${document.type.name}","content":[${blocks.join(',')}]}`;
  }

  #block(block: Node): string {
    const known = this.#texts.get(block);
    if (known !== undefined) return known;
    const text = JSON.stringify(block.toJSON());
    this.#texts.set(block, text);
    return text;
  }
}
