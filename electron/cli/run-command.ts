import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { fileTrouble } from './file-trouble.ts'

/** Options and files that a command was called with; null where it has options that the command does not know. */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...argv], allowPositionals: true, options })
  } catch {
    return null
  }
}

/** The same of a command that is about one file. */
export function readOneFile<const Options extends ParseArgsOptionsConfig>(argv: readonly string[], options: Options) {
  const read = readCommandLine(argv, options)
  const [file, ...others] = read?.positionals ?? []
  return read === null || file === undefined || others.length > 0 ? null : { file, values: read.values }
}

type Command<Args extends { readonly file: string }> = {
  readonly usage: string
  /** `file`: what it is about. Null for what it does not know. */
  readonly args: Args | null
  /** Does it and prints what came of it. @returns the code to end with */
  readonly run: (args: Args) => number | Promise<number>
  /** A refusal of the program in its user's words; null for any other error. */
  readonly refusalText?: (error: unknown) => string | null
  /** Told of an error that is a defect of the program, which is thrown on. */
  readonly onDefect?: (error: unknown) => void
}

/**
 * Runs a command from the command line: how it is called where it was called otherwise, and one sentence for what kept a file
 * from being read or written.
 *
 * @returns the code to end with, 2 for those
 */
export async function runCommand<Args extends { readonly file: string }>(command: Command<Args>): Promise<number> {
  const { usage, args, run, refusalText, onDefect } = command
  if (args === null) return say(usage)
  try {
    return await run(args)
  } catch (error) {
    const trouble = refusalText?.(error) ?? fileTrouble(error, args.file)
    if (trouble !== null) return say(trouble)
    onDefect?.(error)
    throw error
  }
}

/** On the error stream. @returns 2, the code to end with */
export function say(text: string): 2 {
  process.stderr.write(`${text}\n`)
  return 2
}
