/** Wrong use of a command: an unknown option, document, language or format. Exit status 2. */
export class UsageError extends Error {}
