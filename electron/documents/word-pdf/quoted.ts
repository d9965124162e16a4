/** The beginning of a text between quotation marks, to be found again in the template. */
export function quoted(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim()
  return words.length <= mostShown ? `“${words}”` : `“${words.slice(0, mostShown).trimEnd()}…”`
}

const mostShown = 80
