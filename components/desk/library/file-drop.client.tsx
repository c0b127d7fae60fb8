'use client';
import { type DragEvent, type ReactNode, useState } from 'react';

interface FileDropProps {
  onFiles: (files: File[]) => void;
  /** Shown while files are dragged over the page. */
  label: string;
  children: ReactNode;
}

/** Accepts files that are dropped anywhere on it; choosing them with a button does the same. */
export function FileDrop({ onFiles, label, children }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const whenFiles = (work: (event: DragEvent) => void) => (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    work(event);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop area; everyone can use the button next to it.
    <div
      className="relative min-h-[60vh]"
      onDragOver={whenFiles(() => setOver(true))}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={whenFiles((event) => {
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      })}
    >
      {children}
      {isOver && (
        <p className="border-accent text-standfirst font-strong pointer-events-none fixed inset-4 z-20 grid place-items-center rounded-2xl border-2 border-dashed bg-[color-mix(in_srgb,var(--paper)_88%,transparent)]">
          {label}
        </p>
      )}
    </div>
  );
}
