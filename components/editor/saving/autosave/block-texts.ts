import type { Node } from '@tiptap/pm/model';

/**
 * Serialises a document to JSON and re-serialises only blocks that changed. Nodes are immutable, so a block's text
 * stays valid for as long as the block exists. Serialising 10,000 words costs as much as one paragraph.
 */
export class BlockTexts {
  #texts = new WeakMap<Node, string>();

  /** Returns the same text as `JSON.stringify(document.toJSON())`. */
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
