import type { FileStorage } from '../../shared/api/workspace.ts'

/** What the machine says of itself and of the folder that a file lies in. */
export type StorageFacts = {
  /** With every link followed; on Windows a mapped drive is its share by then: `\\server\share\…`. */
  readonly path: string
  readonly platform: NodeJS.Platform
  readonly env: Readonly<Record<string, string | undefined>>
  readonly mounts: readonly Mount[]
}

export type Mount = { readonly place: string; readonly type: string; readonly source: string }

/**
 * Whether a file lies on this machine alone: a program that keeps folders in step with a server copies it while it is
 * written, and on a network drive SQLite's shared memory does not work.
 */
export function storageOf(facts: StorageFacts): FileStorage {
  const network = networkOf(facts)
  if (network !== null) return { kind: 'network', name: network }
  const cloud = cloudOf(facts)
  return cloud === null ? { kind: 'local' } : { kind: 'cloud', name: cloud }
}

/** The lines of `/proc/self/mounts`, in which a space is `\040`. */
export function readMountTable(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [source, place, type] = line.split(' ').map(withoutEscapes)
    return source === undefined || place === undefined || type === undefined ? [] : [{ source, place, type }]
  })
}

/** What `mount` prints on macOS: `//user@server/share on /Volumes/share (smbfs, nodev)`. */
export function readMountList(text: string): readonly Mount[] {
  return text.split('\n').flatMap((line) => {
    const [, source = '', place = '', type = ''] = /^(.+?) on (.+) \((\w+)/.exec(line) ?? []
    return place === '' ? [] : [{ source, place, type }]
  })
}

function networkOf({ path, platform, mounts }: StorageFacts): string | null {
  if (platform === 'win32') {
    // `\\?\C:\…` and `\\.\…` are this machine's own.
    return /^[\\/]{2}(?:\?[\\/]UNC[\\/])?(?![?.][\\/])([^\\/]+[\\/][^\\/]+)/.exec(path)?.[1]?.replace('/', '\\') ?? null
  }
  const mount = mounts
    .filter(({ place }) => isBelow({ path, folder: place, separator: '/' }))
    .toSorted((one, other) => other.place.length - one.place.length)[0]
  return mount !== undefined && networkTypes.test(mount.type) ? mount.source : null
}

// Every FUSE file system is a program of somebody's: those of disks are `fuseblk`, and a few keep to this machine.
const networkTypes =
  /^(cifs|smb3?|smbfs|nfs4?|afpfs|webdav|davfs|9p|ceph|afs|fuse\.(?!portal$|lxcfs$|snapfuse$|squashfuse$|ntfs|exfat|bindfs$|mergerfs$).+)$/

function cloudOf({ path, platform, env }: StorageFacts): string | null {
  const isWindows = platform === 'win32'
  const separator = isWindows ? '\\' : '/'
  const isIn = (folder: string | undefined) =>
    folder !== undefined && folder !== '' && isBelow({ path, folder, separator })
  if (isWindows && [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']].some(isIn)) return 'OneDrive'
  const folders = path.split(separator).slice(0, -1)
  for (const folder of folders) {
    const known = cloudFolders.find(({ name }) => name.test(folder))
    if (known !== undefined) return known.service
  }
  return null
}

/** Folder names that these programs give; on macOS they all lie in `~/Library/CloudStorage`. */
const cloudFolders = [
  { name: /^OneDrive( - .+|-.+)?$/i, service: 'OneDrive' },
  { name: /^Dropbox( \(.+\)|-.+)?$/i, service: 'Dropbox' },
  { name: /^(Google ?Drive(-.+)?|My Drive|Drive của tôi)$/i, service: 'Google Drive' },
  { name: /^(iCloudDrive|com~apple~CloudDocs)$/i, service: 'iCloud' },
  { name: /^(Nextcloud|ownCloud)$/i, service: 'Nextcloud' },
]

function isBelow(at: { readonly path: string; readonly folder: string; readonly separator: string }): boolean {
  const { path, separator } = at
  const folder = at.folder.endsWith(separator) ? at.folder : at.folder + separator
  return separator === '\\' ? path.toLowerCase().startsWith(folder.toLowerCase()) : path.startsWith(folder)
}

const withoutEscapes = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_whole, octal: string) => String.fromCodePoint(Number.parseInt(octal, 8)))
