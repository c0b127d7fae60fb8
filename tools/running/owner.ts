/** The owner of every publication that tools and end-to-end tests start. */
export const OWNER = { email: 'owner@example.org', passphrase: 'a calm river in the rain', name: 'Dara Lim' };

/** What creates that owner's account without a browser. */
export const OWNER_CLAIM = { ...OWNER, publicationName: 'The Lamp', token: null };
