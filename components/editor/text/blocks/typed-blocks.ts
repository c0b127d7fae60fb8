import { Extension, InputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import type { NodeType } from '@tiptap/pm/model';
import type { CalloutAttributes } from '@/lib/document/attributes';
import { convertList } from './convert-list';

/**
 * Adds typed shortcuts for blocks to those that the standard nodes already have (`- `, `1. `, `> `, `## `, three
 * backticks, `---`).
 */
export const TypedBlocks = Extension.create({
  name: 'typedBlocks',
  priority: 200,
  addInputRules() {
    const { pullQuote, callout } = this.editor.schema.nodes;
    if (!pullQuote || !callout) return [];
    return [
      // The second sign has just become a French quotation mark.
      textblockTypeInputRule({ find: /^(?:>>|»)\s$/, type: pullQuote }),
      boxRule(/^!\s$/, callout, 'note'),
      boxRule(/^!!\s$/, callout, 'correction'),
      taskRule(),
      footnoteRule(),
    ];
  },
});

/** Creates a new box, also directly after another one. */
function boxRule(find: RegExp, type: NodeType, kind: CalloutAttributes['kind']): InputRule {
  return wrappingInputRule({ find, type, getAttributes: { kind }, joinPredicate: () => false });
}

/** Turns a bulleted list, which `- ` just created, into a task list at `[ ] `. */
function taskRule(): InputRule {
  return new InputRule({
    find: /^\[([ x]?)\]\s$/,
    handler: ({ state, range, match }) => {
      if (state.selection.$from.node(-1)?.type.name !== 'listItem') return null;
      const { tr } = state;
      tr.delete(range.from, range.to);
      convertList(state, tr, 'taskList');
      if (match[1] !== 'x') return;
      const item = tr.selection.$from.before(-1);
      tr.setNodeMarkup(item, undefined, { checked: true });
    },
  });
}

/** Opens a footnote at `[^`, anywhere in a text. */
function footnoteRule(): InputRule {
  return new InputRule({
    find: /\[\^$/,
    handler: ({ range, chain }) => {
      chain()
        .deleteRange(range)
        .insertContentAt(range.from, { type: 'footnote' })
        .setNodeSelection(range.from)
        .run();
    },
  });
}
