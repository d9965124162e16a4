import { spawnSync } from 'node:child_process'

/** Milliseconds of a whole run of another program. @throws Error with what it printed when it fails. */
export function timeTool(command: string, args: readonly string[]): number {
  const start = performance.now()
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  const took = performance.now() - start
  if (status === 0) return took
  throw error ?? new Error(`${command} ended with ${status}: ${stdout}${stderr}`)
}

/** The first of these commands that answers with these arguments, or null. */
export function findTool(commands: readonly string[], args: readonly string[]): string | null {
  return commands.find((command) => spawnSync(command, args, { stdio: 'ignore' }).status === 0) ?? null
}
