/**
 * Where dialogs start: the first of the places that the system can name. A documents folder on a OneDrive or a network
 * drive that is not there makes Electron throw.
 */
export function firstFolder(places: readonly (() => string)[], otherwise: string): string {
  for (const place of places) {
    try {
      return place()
    } catch {
      // The next one.
    }
  }
  return otherwise
}
