import { Extension, InputRule, textblockTypeInputRule, wrappingInputRule } from '@tiptap/core';
import { convertList } from './convert-list';

/**
 * What authors can type instead of reaching for a button, beside what the stock nodes know of it
 * (`- `, `1. `, `> `, `## `, three backticks, `---`).
 */
export const TypedBlocks = Extension.create({
  name: 'typedBlocks',
  priority: 200,
  addInputRules() {
    const { pullQuote, callout } = this.editor.schema.nodes;
    if (!pullQuote || !callout) return [];
    return [
      textblockTypeInputRule({ find: /^>>\s$/, type: pullQuote }),
      wrappingInputRule({ find: /^!\s$/, type: callout, getAttributes: { kind: 'note' } }),
      wrappingInputRule({ find: /^!!\s$/, type: callout, getAttributes: { kind: 'correction' } }),
      taskRule(),
      footnoteRule(),
    ];
  },
});

/** `[ ] ` in a bulleted list, which `- ` just made, turns it into a list of tasks. */
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

/** `[^` anywhere in a text opens a footnote there. */
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
