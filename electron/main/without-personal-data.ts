type WithoutPersonalDataInput = {
  readonly text: string
  readonly home: string
  /** Folder of the program itself. */
  readonly program: string
}

/**
 * A line of the log without what may name a person or a council: the home folder becomes `~`, and of a path in quotes
 * only its ending is left, since offices name files after people and places. The program's own files keep their names.
 */
export function withoutPersonalData({ text, home, program }: WithoutPersonalDataInput): string {
  const hidden = text.replace(quotedPath, (whole: string, quote: string, path: string) =>
    program !== '' && path.startsWith(program) ? whole : `${quote}…${endingOf(path)}${quote}`,
  )
  const bare = home === '' ? hidden : hidden.replaceAll(home, '~').replaceAll(home.replaceAll('\\', '/'), '~')
  return bare.replace(otherHomes, '$1~')
}

/** Quoted as Node and SQLite quote them: `open '/home/…'`, `"C:\…"`. */
const quotedPath = /(["'])((?:[A-Za-z]:[\\/]|\/|\\\\)[^"'\n]*)\1/g

/** Homes of this or any other account, where they are not quoted. */
const otherHomes = /((?:[A-Za-z]:)?[\\/](?:Users|home)[\\/])[^\\/\n]+/g

function endingOf(path: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(path)?.[0] ?? ''
}
