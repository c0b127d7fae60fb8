const KHMER_ZERO = 0x17e0;

/** Returns the value of a number in Latin or Khmer digits; null when it is written in another way. */
export function numberOf(written: string | undefined): number | null {
  const latin = (written ?? '').replace(/[\u17e0-\u17e9]/g, (digit) =>
    String(digit.charCodeAt(0) - KHMER_ZERO),
  );
  return /^\d+$/.test(latin) ? Number(latin) : null;
}
