type WithoutPersonalDataInput = {
  readonly text: string
  readonly home: string
  /** Folder of the program itself. */
  readonly program: string
}

/**
 * A text of the log without what may name a person or a council. The program speaks English and plain identifiers of
 * itself: whatever else stands in quotes goes, and so does the rest of a line from the first word that is no English
 * one. Of a path in quotes its ending is left. The home folder becomes `~`; the program's own files keep their names.
 */
export function withoutPersonalData({ text, home, program }: WithoutPersonalDataInput): string {
  return text
    .split('\n')
    .map((line) => {
      if (stackLine.test(line)) return withoutHomes(line, home)
      const unquoted = line.replace(quoted, (whole: string, open: string, inner: string, close: string) =>
        isOwn(inner, program) ? whole : `${open}…${endingOf(inner)}${close}`,
      )
      return withoutHomes(unquoted, home).replace(boundValues, '$1…').replace(foreignWords, '…')
    })
    .join('\n')
}

const stackLine = /^\s*at /

/** As Node, SQLite and V8 quote: `open '/home/…'`, `"C:\…"`, `Unexpected token 'N', "Nguyen…"`; no apostrophe of `can't`. */
const quoted = /(?<![\p{L}\p{N}])(["'`“])([^"'`“”\n]*)(["'`”])/gu

/** A path of the program, or a name that code has. */
function isOwn(inner: string, program: string): boolean {
  return (program !== '' && inner.startsWith(program)) || /^[a-z_$][\w$.:-]{0,40}$/.test(inner)
}

/** What a statement of SQL was given. */
const boundValues = /^(\s*params: ).+$/

/** With the capitalised words before it: `Lan Mật` is one name. */
const foreignWords = /(?:\p{Lu}[\w.]*\s+)*[^\s…]*(?!\p{ASCII})[\p{L}\p{M}].*$/u

function withoutHomes(line: string, home: string): string {
  const bare = home === '' ? line : line.replaceAll(home, '~').replaceAll(home.replaceAll('\\', '/'), '~')
  return bare.replace(otherHomes, '$1~')
}

/** Homes of this or any other account, where they are not quoted. */
const otherHomes = /((?:[A-Za-z]:)?[\\/](?:Users|home)[\\/])[^\\/\n]+/g

function endingOf(inner: string): string {
  return /[\\/].*(\.[A-Za-z0-9]{1,8})$/.exec(inner)?.[1] ?? ''
}
