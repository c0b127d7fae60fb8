import type { ReactNode } from 'react';

/** The row of its own that a form or further tools take under the toolbar. */
export const rowStyle =
  'border-rule flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1.5 border-t px-4 pt-1.5 pb-2';

/** What is wrong, in a line of its own under a row's fields. */
export const rowTroubleStyle = 'text-accent basis-full empty:hidden';

/** Shows further tools in a row of the toolbar; on a narrow screen the row scrolls. */
export function ToolRow({ name, children }: { name: string; children: ReactNode }) {
  return (
    <fieldset
      aria-label={name}
      className={`${rowStyle} max-xs:w-full max-xs:flex-nowrap max-xs:overflow-x-auto max-xs:scrollbar-none`}
    >
      {children}
    </fieldset>
  );
}
