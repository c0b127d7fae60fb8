/** The field of a post's slug: what was typed in it, what was last sent, and the slug that the page came with. */
export interface SlugField {
  /** Null while the field shows the post's slug. */
  typed: string | null;
  sent: string | null;
  slug: string;
}

/** A field in which nothing was typed. */
export function newSlugField(slug: string): SlugField {
  return { typed: null, sent: null, slug };
}

/** What the field shows. */
export function shownSlug({ typed, slug }: SlugField): string {
  return typed ?? slug;
}

/** The field after its slug was sent to the server. */
export function afterSending(field: SlugField): SlugField {
  return { ...field, sent: shownSlug(field) };
}

/**
 * The field once the page has the slug that the server gave. It comes later than the answer: until then
 * the field shows what was sent, and what was typed meanwhile stays.
 */
export function afterArrival(field: SlugField, slug: string): SlugField {
  const isAnswered = field.typed === field.sent;
  return { ...field, slug, typed: isAnswered ? null : field.typed };
}
