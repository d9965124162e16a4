import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { runBallotsCommand } from '../electron/cli/ballots.ts'
import type { runScanCommand } from '../electron/cli/scan.ts'
import type { runDemo } from '../electron/cli/demo.ts'
import type { runRegisterCommand } from '../electron/cli/register.ts'
import type { serve } from '../electron/cli/serve.ts'
import type { runSessionCommand } from '../electron/cli/session.ts'
import type { runVerifyCommand } from '../electron/cli/verify.ts'
import { ensureBuilt } from './ensure-built.ts'

/** The project's folder. */
export const root = join(import.meta.dirname, '..')

/** What every entry of the program is told about the place where it runs. */
export const place = { resources: join(root, 'resources'), appVersion: readAppVersion() }

type Entries = {
  readonly serve: { readonly serve: typeof serve }
  readonly ballots: { readonly runBallotsCommand: typeof runBallotsCommand }
  readonly scan: { readonly runScanCommand: typeof runScanCommand }
  readonly session: { readonly runSessionCommand: typeof runSessionCommand }
  readonly verify: { readonly runVerifyCommand: typeof runVerifyCommand }
  readonly register: { readonly runRegisterCommand: typeof runRegisterCommand }
  readonly demo: { readonly runDemo: typeof runDemo }
}

/** Loads an entry of the compiled program, the same chunks that Electron loads, built first where they are stale. */
export async function loadProgram<Name extends keyof Entries>(
  name: Name,
  onBuild?: () => void,
): Promise<Entries[Name]> {
  await ensureBuilt(['main', 'preload', 'renderer', 'room'], onBuild)
  return (await import(pathToFileURL(join(root, 'out', 'main', `${name}.js`)).href)) as Entries[Name]
}

/** A person's relative paths count from where npm was called; npm starts its scripts in the project's folder. */
export function goWhereCalled(): void {
  process.chdir(process.env['INIT_CWD'] ?? '.')
}

function readAppVersion(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
  return manifest.version
}
