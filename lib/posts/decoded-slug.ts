/** The slug in an address, its Khmer letters decoded; a malformed one as it stands, which names nothing. */
export function decodedSlug(slug: string): string {
  try {
    return decodeURIComponent(slug).normalize('NFC');
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}
