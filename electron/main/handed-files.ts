import type { App } from 'electron'
import { join, isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

type FileOfArgumentsInput = {
  readonly argv: readonly string[]
  readonly cwd: string
  readonly isPackaged: boolean
}

/**
 * The file that a command line names, as an absolute path, or null: by double click, dragged on the program's icon, or
 * typed. Linux hands files over as `file:` addresses. Outside of a package the first name is the application's folder.
 *
 * @param cwd what a relative path begins at
 */
export function fileOfArguments({ argv, cwd, isPackaged }: FileOfArgumentsInput): string | null {
  const names = argv.slice(1).filter((argument) => argument !== '' && !argument.startsWith('-'))
  const [name] = isPackaged ? names : names.slice(1)
  if (name === undefined) return null
  if (!/^file:/i.test(name)) return isAbsolute(name) ? name : resolve(cwd, name)
  try {
    return fileURLToPath(name)
  } catch {
    // An address on another machine: what it names is not here.
    return join(cwd, name)
  }
}

type HandedFilesInput = {
  readonly app: Pick<App, 'on' | 'isPackaged'>
  readonly argv: readonly string[]
  readonly cwd: string
}

/**
 * Files that the system hands to the application, from its start on. Call it at once: macOS tells of the file that the
 * application was started by before it is ready.
 *
 * @returns whom to tell: of those that came before too
 */
export function handedFiles({ app, argv, cwd }: HandedFilesInput): (open: (path: string) => void) => void {
  const { isPackaged } = app
  let early = fileOfArguments({ argv, cwd, isPackaged })
  let take = (path: string) => {
    early = path
  }
  app.on('open-file', (event, path) => {
    event.preventDefault()
    take(path)
  })
  app.on('second-instance', (_event, itsArgv, itsCwd) => {
    const path = fileOfArguments({ argv: itsArgv, cwd: itsCwd, isPackaged })
    if (path !== null) take(path)
  })
  return (open) => {
    take = open
    if (early !== null) open(early)
  }
}
