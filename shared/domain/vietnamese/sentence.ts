/** The text with a capital first letter; clauses are kept in lower case so that they can be joined. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
