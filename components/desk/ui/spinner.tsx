import type { ReactNode } from 'react';

/** Says that something is on its way, with a turning ring; the ring stands still for those who asked for less motion. */
export function Spinner({ className = '', children }: { className?: string; children: ReactNode }) {
  return (
    <p role="status" className={`text-soft flex items-center gap-2 ${className}`}>
      <span
        aria-hidden="true"
        className="border-rule border-t-ink size-4 flex-none rounded-full border-2 motion-safe:animate-spin"
      />
      {children}
    </p>
  );
}
