import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** The one file that a command is about, and its options; null for arguments that it does not know. */
export function oneFileArguments<const Options extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: Options,
) {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options })
    const [file, ...others] = positionals
    return file === undefined || others.length > 0 ? null : { file, values }
  } catch {
    return null
  }
}
