/** Namespace of XLIFF 1.2. */
export const namespace = 'urn:oasis:names:tc:xliff:document:1.2'

/** Namespace of the attributes that are ours. */
export const ownNamespace = 'urn:cites-docs:exchange:1'
