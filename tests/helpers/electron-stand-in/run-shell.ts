import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { temporaryFolder } from '../loopback.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * Starts the compiled main and preload against the stand-in, in a process and a data folder of their own, and returns
 * what `shell.ts` reports.
 */
export async function runShell<Report>({
  env = {},
  argv = [],
  hear = () => {},
}: {
  readonly env?: Readonly<Record<string, string>>
  readonly argv?: readonly string[]
  /** Is told what the program printed. */
  readonly hear?: (text: string) => void
} = {}): Promise<Report> {
  const folder = temporaryFolder()
  const register = pathToFileURL(join(import.meta.dirname, 'register.ts')).href
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', register, join(import.meta.dirname, 'shell.ts'), join(root, 'out'), ...argv],
    { encoding: 'utf8', env: { ...process.env, OCOP_DATA: folder.path, STAND_IN_APP_PATH: root, ...env } },
  )
  folder.remove()
  if (status !== 0) throw new Error(`the shell ended with ${status}\n${stdout}${stderr}`)
  hear(stdout)
  return JSON.parse(stdout.split('\n').at(-2) ?? '') as Report
}
