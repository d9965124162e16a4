import { spawnSync } from 'node:child_process'

/** What another program prints. @throws Error with all that it printed when it fails. */
export function readTool(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', env })
  if (status === 0) return stdout
  throw error ?? new Error(`${command} ended with ${status}: ${stdout}${stderr}`)
}

/** Milliseconds of a whole run of another program. @throws as `readTool` */
export function timeTool(command: string, args: readonly string[]): number {
  const start = performance.now()
  readTool(command, args)
  return performance.now() - start
}

/** The first of these commands that does this without failing, or null. */
export function findTool(commands: readonly string[], args: readonly string[]): string | null {
  return commands.find((command) => spawnSync(command, args, { stdio: 'ignore' }).status === 0) ?? null
}
