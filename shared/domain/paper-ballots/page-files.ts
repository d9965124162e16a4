/** The files of a folder that scanners and phones make pages of, in the order that people count in. */
export function pageFilesOf(names: readonly string[]): readonly string[] {
  return names.filter((name) => pageFile.test(name)).toSorted((a, b) => a.localeCompare(b, 'vi', { numeric: true }))
}

const pageFile = /\.(pdf|tiff?|jpe?g|png)$/iu
