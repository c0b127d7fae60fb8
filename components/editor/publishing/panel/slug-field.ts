/** State of the slug field: what was typed, what was last sent, and the slug that the page came with. */
export interface SlugField {
  /** Null while the field shows the post's slug. */
  typed: string | null;
  sent: string | null;
  slug: string;
}

/** Returns an untouched field. */
export function newSlugField(slug: string): SlugField {
  return { typed: null, sent: null, slug };
}

/** Returns the text that the field shows. */
export function shownSlug({ typed, slug }: SlugField): string {
  return typed ?? slug;
}

/** Returns the field after its slug was sent to the server. */
export function afterSending(field: SlugField): SlugField {
  return { ...field, sent: shownSlug(field) };
}

/**
 * Returns the field after the page has received the server's slug, which arrives later than the answer. Until then
 * the field shows what was sent; text typed in between stays.
 */
export function afterArrival(field: SlugField, slug: string): SlugField {
  const isAnswered = field.typed === field.sent;
  return { ...field, slug, typed: isAnswered ? null : field.typed };
}
