'use client';
import { type CSSProperties, useEffect, useRef, useState } from 'react';

const SIZES = {
  phone: { widthPx: 390, heightPx: 844 },
  desktop: { widthPx: 1280, heightPx: 800 },
} as const;

/** A phone has round corners. */
const ROUNDING = { phone: 'rounded-[28px]', desktop: 'rounded-xl' };

interface FrameProps {
  view: keyof typeof SIZES;
  title: string;
  src: string;
}

/** Shows the reader page at the size of a device, scaled down to fit. */
export function Frame({ view, title, src }: FrameProps) {
  const { widthPx, heightPx } = SIZES[view];
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(1);
  useEffect(() => {
    if (!room.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setScale(Math.min(1, entry.contentRect.width / widthPx));
    });
    observer.observe(room.current);
    return () => observer.disconnect();
  }, [widthPx]);
  const size = { '--width': `${widthPx}px`, '--height': `${heightPx}px`, '--scale': scale } as CSSProperties;
  return (
    <div ref={room} className="mx-auto max-w-(--width)" style={size}>
      <div
        className={`shadow-menu outline-rule h-[calc(var(--height)*var(--scale))] w-[calc(var(--width)*var(--scale))] overflow-hidden outline ${ROUNDING[view]}`}
      >
        <iframe
          className="h-(--height) w-(--width) origin-top-left scale-(--scale)"
          title={title}
          src={src}
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        />
      </div>
    </div>
  );
}
