/** An id of the author's: small letters, digits and single hyphens, a letter first. */
export const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
