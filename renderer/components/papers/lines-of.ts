/** What stands on each line, without the marks that a list of recipients is printed with. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/^- */, '').replace(/[;.]$/, ''))
    .filter((line) => line !== '')
}
