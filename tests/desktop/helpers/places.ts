import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/program.ts'
import { personHome } from './person.ts'

/** An installed program, and what lies around it. */
export type Installed = {
  /** All of it: a folder, on macOS the application. */
  readonly folder: string
  readonly program: string
  readonly archive: string
  /** What `@electron/fuses` reads. */
  readonly binary: string
}

/** Below it lies the application on macOS. */
export function macApplications(home: string): string {
  return join(home, 'Applications', 'Ứng dụng của Nguyễn Văn Á')
}

/** Folder of the person's own in which the steps read and write files. */
export function workFolder(home: string): string {
  return join(home, 'Tài liệu họp', 'Đợt 1')
}

/** The artifact that `npm run dist` made for this platform, by the end of its name. */
export function artifact(ending: string): string {
  const folder = join(root, 'dist')
  const found = readdirSync(folder).filter(
    (name) => name.endsWith(ending) && (ending.startsWith('-') || !name.endsWith(`-portable${ending}`)),
  )
  const [name] = found
  if (name === undefined || found.length > 1) throw new Error(`dist/ holds ${found.length} files *${ending}`)
  return join(folder, name)
}

/**
 * Where the installer puts the program.
 *
 * @returns null where it is not installed
 */
export function findInstalled({
  platform = process.platform,
  home = personHome(),
}: { readonly platform?: NodeJS.Platform; readonly home?: string } = {}): Installed | null {
  if (platform === 'linux') return installedIn('/opt/hoi-dong-ocop', platform)
  const parent = platform === 'win32' ? join(home, 'AppData', 'Local', 'Programs') : macApplications(home)
  if (!existsSync(parent)) return null
  const found = readdirSync(parent).map((name) => installedIn(join(parent, name), platform))
  return found.find((one) => one !== null) ?? null
}

/** @throws where it is not installed */
export function installed(): Installed {
  const found = findInstalled()
  if (found === null) throw new Error('the program is not installed')
  return found
}

/** What a program's folder holds; null where there is none in it. */
export function installedIn(folder: string, platform: NodeJS.Platform): Installed | null {
  const isMac = platform === 'darwin'
  const program = join(
    folder,
    ...(isMac ? ['Contents', 'MacOS'] : []),
    `hoi-dong-ocop${platform === 'win32' ? '.exe' : ''}`,
  )
  if (!existsSync(program)) return null
  const archive = join(folder, ...(isMac ? ['Contents', 'Resources'] : ['resources']), 'app.asar')
  return { folder, program, archive, binary: isMac ? folder : program }
}
