import { type PictureEdit, turnedSize } from '@/lib/media/picture-edit';

interface Props {
  edit: PictureEdit;
  /** The address of the whole original. */
  src: string;
  onMissing: () => void;
}

/** Draws a turned original, with a shade over what is cut off, in the coordinates of the picture. */
export function CropPicture({ edit, src, onMissing }: Props) {
  const { original, area, turns } = edit;
  const { widthPx, heightPx } = turnedSize(original, turns);
  const { leftPx, topPx } = area;
  const kept = `M${leftPx} ${topPx}v${area.heightPx}h${area.widthPx}v${-area.heightPx}z`;
  const thirds = [1, 2].flatMap((part) => {
    const x = leftPx + (area.widthPx * part) / 3;
    const y = topPx + (area.heightPx * part) / 3;
    return [`M${x} ${topPx}v${area.heightPx}`, `M${leftPx} ${y}h${area.widthPx}`];
  });
  return (
    <svg viewBox={`0 0 ${widthPx} ${heightPx}`} className="block size-full" aria-hidden="true">
      <image
        href={src}
        width={original.widthPx}
        height={original.heightPx}
        preserveAspectRatio="none"
        transform={TURNS[turns]?.(original.widthPx, original.heightPx)}
        onError={onMissing}
      />
      <path d={`M0 0H${widthPx}V${heightPx}H0z${kept}`} fill="#000" fillOpacity="0.6" fillRule="evenodd" />
      <path d={thirds.join('')} className="stroke-white/45" vectorEffect="non-scaling-stroke" />
      <path
        d={kept}
        fill="none"
        className="stroke-black/65"
        strokeWidth="4"
        vectorEffect="non-scaling-stroke"
      />
      <path d={kept} fill="none" className="stroke-white" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** By quarter turns clockwise: how an original of this size comes to lie at the top left corner. */
const TURNS: Record<number, (width: number, height: number) => string> = {
  1: (_width, height) => `translate(${height} 0) rotate(90)`,
  2: (width, height) => `translate(${width} ${height}) rotate(180)`,
  3: (width) => `translate(0 ${width}) rotate(270)`,
};
