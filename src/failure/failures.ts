/** Wrong use of a command: an unknown option, document, language or format. Exit status 2. */
export class UsageError extends Error {}

/** The disk or another program would not do what was asked. Exit status 3, and no finding about the sources. */
export class EnvironmentError extends Error {}
