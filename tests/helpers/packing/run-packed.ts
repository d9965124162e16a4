import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const register = pathToFileURL(join(import.meta.dirname, '../electron-stand-in/register.ts')).href

type Run = { readonly program: string; readonly argv: readonly string[]; readonly dataFolder: string }

/**
 * Runs an unpacked program without its window, under Node with the stand-in for `electron`, as the packaged application
 * does. The program must lie outside the project, so that it finds nothing but what it brought.
 *
 * @throws where it ends with another code than 0
 */
export async function runPacked({ program, argv, dataFolder }: Run) {
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', register, join(program, 'out', 'main', 'index.js'), ...argv],
    {
      cwd: program,
      env: { ...process.env, OCOP_DATA: dataFolder, STAND_IN_PACKAGED: '1', STAND_IN_APP_PATH: program },
    },
  )
  return { stdout, stderr }
}

/** The same of `--session`; answers the names of the files that it wrote as well. */
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
  const argv = ['--session', workbook, '--out', out]
  const said = await runPacked({ program, argv, dataFolder: join(out, '..', 'data') })
  return { ...said, written: readdirSync(out).toSorted() }
}
