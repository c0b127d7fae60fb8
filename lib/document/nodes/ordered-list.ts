import { wrappingInputRule } from '@tiptap/core';
import { OrderedList as StockList } from '@tiptap/extension-list';
import { isListType, type ListType, readingsOf } from '@/lib/language/list-signs';

/**
 * A numbered list: how it counts, from where and in which direction. A reversed list with the start 1 ends at 1, as
 * in HTML.
 * @see https://html.spec.whatwg.org/#the-ol-element
 */
export const OrderedList = StockList.extend({
  addAttributes() {
    const inherited = this.parent?.() ?? {};
    return {
      ...inherited,
      type: { default: null, parseHTML: typeIn, renderHTML: countsOf },
      reversed: {
        default: false,
        parseHTML: (element: HTMLElement) => element.hasAttribute('reversed'),
        renderHTML: ({ reversed }: Record<string, unknown>) => (reversed ? { reversed: '' } : {}),
      },
    };
  },

  addInputRules() {
    return [
      wrappingInputRule({
        // A year at the beginning of a paragraph, such as “1999. ”, is no number of a list.
        find: /^(\d{1,3}|[aAiI]|[\u17e0-\u17e9]{1,3}|ក)[.)]\s$/,
        type: this.type,
        getAttributes: ([, sign = '']) => attributesOf(sign),
        joinPredicate: ([, sign = ''], node) => {
          const { type, start } = attributesOf(sign);
          return (
            node.attrs.type === type && !node.attrs.reversed && node.childCount + node.attrs.start === start
          );
        },
      }),
    ];
  },
});

/** What `data-counts` says for each type: selectors cannot tell `type="a"` from `type="A"` in every browser. */
const COUNTS: Record<string, string> = {
  ...{ a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' },
  ...{ khmer: 'khmer', 'khmer-letters': 'khmer-letters' },
};

function countsOf({ type }: Record<string, unknown>): Record<string, unknown> {
  return typeof type === 'string' ? { type, 'data-counts': COUNTS[type] } : { type };
}

function typeIn(element: HTMLElement): ListType {
  const type = element.getAttribute('type');
  return isListType(type) ? type : null;
}

function attributesOf(sign: string): { type: ListType; start: number } {
  const [reading] = readingsOf(sign);
  return { type: reading?.type ?? null, start: reading?.number ?? 1 };
}
