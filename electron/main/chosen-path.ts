import { existsSync } from 'node:fs'

/**
 * The path that a save dialog answered, with the kind's ending. Some dialogs of Linux leave it to the program, and asked
 * about replacing the name as typed only: with the ending added, a file that is there already gets a number beside it.
 */
export function chosenPath({ path, ending }: { readonly path: string; readonly ending: string }): string {
  if (path.toLowerCase().endsWith(ending)) return path
  for (let count = 1; ; count += 1) {
    const whole = `${path}${count === 1 ? '' : ` (${count})`}${ending}`
    if (!existsSync(whole)) return whole
  }
}
