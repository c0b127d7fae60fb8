/** How a line below a post looks. `reader.css` names this file, since Tailwind must find these classes. */
export const BELOW_POST =
  'mx-auto mt-10 max-w-measure border-t border-rule pt-4 font-sans text-ui leading-meta text-soft';

/** How the line at the end of a copy looks that says where the copy is from. */
export const COPY_NOTE = `${BELOW_POST} pb-12`;
