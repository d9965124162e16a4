/** The text with a capital first letter; clauses are kept in lower case so that they can be joined. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
