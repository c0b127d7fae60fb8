/** The slug in an address, its Khmer letters decoded; Next hands them on as they came. */
export function slugOf({ slug }: { slug: string }): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}
