import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listPackage } from '@electron/asar'
import { NtExecutable, NtExecutableResource } from 'resedit'

/** What `packAll` makes for each platform, and where in its folder. */
export const packages = [
  { platform: 'linux', arch: 'x64', place: 'linux-unpacked' },
  { platform: 'linux', arch: 'arm64', place: 'linux-arm64-unpacked' },
  { platform: 'win32', arch: 'x64', place: 'win-unpacked' },
  { platform: 'win32', arch: 'arm64', place: 'win-arm64-unpacked' },
  { platform: 'darwin', arch: 'x64', place: 'mac/hoi-dong-ocop.app' },
  { platform: 'darwin', arch: 'arm64', place: 'mac-arm64/hoi-dong-ocop.app' },
] as const

export type Packed = {
  /** The folder that installers are made of; on macOS the application itself. */
  readonly folder: string
  /** Electron's binary, as `@electron/fuses` takes it. */
  readonly binary: string
  readonly archive: string
  /** Paths of the files in the archive, with slashes. */
  readonly files: readonly string[]
}

/** @param folder the folder that `packAll` packed into */
export function readPacked(folder: string, { platform, place }: (typeof packages)[number]): Packed {
  const app = join(folder, 'dist', platform, place)
  const archive = join(app, platform === 'darwin' ? 'Contents/Resources' : 'resources', 'app.asar')
  const paths = listPackage(archive, { isPack: false }).map((path) => path.slice(1).replaceAll('\\', '/'))
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))
  const names = { linux: 'hoi-dong-ocop', win32: 'hoi-dong-ocop.exe', darwin: '' }
  return {
    folder: app,
    binary: join(app, names[platform]),
    archive,
    files: paths.filter((path) => !folders.has(path)),
  }
}

/** What the binary (on macOS its property list) says of the archive; Electron compares it at start. */
export function embeddedIntegrity({ folder, binary }: Packed): string {
  const plist = join(folder, 'Contents', 'Info.plist')
  if (existsSync(plist)) return readFileSync(plist, 'utf8')
  const { entries } = NtExecutableResource.from(NtExecutable.from(readFileSync(binary)))
  return Buffer.from(entries.find(({ type }) => type === 'INTEGRITY')?.bin ?? new ArrayBuffer(0)).toString()
}

/** Paths of all files below a folder. */
export function filesUnder(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
