import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const register = pathToFileURL(join(import.meta.dirname, '../electron-stand-in/register.ts')).href

/**
 * Runs `--session` of an unpacked program under Node, with the stand-in for `electron`, as the packaged application
 * does. The program must lie outside the project, so that it finds nothing but what it brought.
 *
 * @returns what it printed and the names of the files that it wrote
 */
export async function runPackedSession({
  program,
  workbook,
  out,
}: {
  readonly program: string
  readonly workbook: string
  readonly out: string
}): Promise<{ readonly stdout: string; readonly stderr: string; readonly written: readonly string[] }> {
  mkdirSync(out, { recursive: true })
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', register, join(program, 'out', 'main', 'index.js'), '--session', workbook, '--out', out],
    {
      cwd: program,
      env: { ...process.env, OCOP_DATA: join(out, '..', 'data'), STAND_IN_PACKAGED: '1', STAND_IN_APP_PATH: program },
    },
  )
  return { stdout, stderr, written: readdirSync(out).toSorted() }
}
