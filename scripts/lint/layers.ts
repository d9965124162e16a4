/**
 * Who may import what, folder by folder. A file belongs to the layer with the longest folder that holds it; a folder
 * without a layer (`scripts`, `tests`) imports what it likes. Test files beside their subject are free as well.
 */
export type Layer = {
  readonly folder: string
  /** Folders and files that relative imports may reach, besides the layer's own folder. */
  readonly reaches: readonly string[]
  /** Packages allowed, or `any` for all that have no owner. */
  readonly packages: readonly string[] | 'any'
}

const hostSide = [
  'electron/context.ts',
  'electron/system-clock.ts',
  'electron/session-digest.ts',
  'electron/file-limits.ts',
  'electron/fork-process.ts',
  'electron/is-running.ts',
  'electron/workspace-path.ts',
  'electron/write-whole.ts',
  'electron/log',
  'shared',
  'resources',
]

export const layers: readonly Layer[] = [
  { folder: 'shared', reaches: [], packages: [] },
  { folder: 'shared/domain', reaches: ['shared/domain/paper-ballots'], packages: [] },
  // Greys of a scan and a page's plan in, readings out: whatever decodes the files, it runs anywhere.
  { folder: 'shared/domain/paper-ballots', reaches: ['shared/domain'], packages: [] },
  { folder: 'shared/api', reaches: ['shared/domain'], packages: ['zod', '@orpc/contract'] },
  // What a device of the meeting room and its host compute alike.
  { folder: 'shared/room-proof', reaches: ['shared/api'], packages: ['@noble/curves', '@noble/hashes'] },
  { folder: 'shared/score-grid', reaches: ['shared/domain', 'shared/api'], packages: [] },
  { folder: 'shared/integrity', reaches: ['shared/domain', 'shared/api'], packages: [] },
  { folder: 'electron', reaches: ['shared'], packages: 'any' },
  { folder: 'electron/db', reaches: ['electron/is-running.ts', 'electron/seal-of.ts', 'shared'], packages: 'any' },
  {
    folder: 'electron/documents',
    reaches: ['electron/workbooks/xlsx', 'electron/file-limits.ts', 'electron/seal-of.ts', 'shared'],
    packages: 'any',
  },
  // Decodes scans and reads them against the ballots as they are printed.
  { folder: 'electron/paper-ballots', reaches: ['electron/documents', 'shared'], packages: 'any' },
  { folder: 'electron/workbooks/xlsx', reaches: ['electron/file-limits.ts', 'shared'], packages: 'any' },
  {
    folder: 'electron/workbooks/session',
    reaches: ['electron/workbooks/xlsx', 'electron/file-limits.ts', 'shared'],
    packages: 'any',
  },
  // Reads its cells as a session workbook's are read.
  {
    folder: 'electron/workbooks/criteria',
    reaches: ['electron/workbooks/session', 'electron/workbooks/xlsx', 'shared'],
    packages: 'any',
  },
  { folder: 'electron/workbooks/lists', reaches: ['electron/workbooks/xlsx', 'shared'], packages: 'any' },
  {
    folder: 'electron/workbooks/province',
    reaches: ['electron/workbooks/lists', 'electron/workbooks/xlsx', 'shared'],
    packages: 'any',
  },
  {
    folder: 'electron/workbooks/register',
    reaches: ['electron/workbooks/lists', 'electron/workbooks/xlsx', 'shared'],
    packages: 'any',
  },
  {
    folder: 'electron/workbooks/package',
    reaches: ['electron/workbooks/xlsx', 'electron/file-limits.ts', 'shared'],
    packages: 'any',
  },
  {
    folder: 'electron/backups',
    reaches: ['electron/db', 'electron/is-running.ts', 'electron/workspace-path.ts', 'shared'],
    packages: 'any',
  },
  { folder: 'electron/anchors', reaches: ['electron/backups', 'shared'], packages: 'any' },
  {
    folder: 'electron/app',
    reaches: [
      'electron/anchors',
      'electron/backups',
      'electron/db',
      'electron/documents',
      'electron/work',
      'electron/workbooks',
      ...hostSide,
    ],
    packages: 'any',
  },
  {
    folder: 'electron/work',
    reaches: [
      'electron/app',
      'electron/backups',
      'electron/db',
      'electron/documents',
      'electron/paper-ballots',
      'electron/workbooks',
      ...hostSide,
    ],
    packages: 'any',
  },
  {
    folder: 'electron/log',
    reaches: ['electron/context.ts', 'electron/system-clock.ts', 'electron/db/migrate.ts', 'shared'],
    packages: 'any',
  },
  { folder: 'electron/web-host', reaches: ['electron/app', ...hostSide], packages: 'any' },
  {
    folder: 'electron/cli',
    reaches: [
      'electron/app',
      'electron/documents/ballot-form',
      'electron/paper-ballots',
      'electron/web-host',
      'electron/work',
      ...hostSide,
    ],
    packages: 'any',
  },
  {
    folder: 'electron/main',
    reaches: ['electron/app', 'electron/cli', 'electron/web-host', ...hostSide],
    packages: 'any',
  },
  { folder: 'electron/preload', reaches: [], packages: ['electron'] },
  { folder: 'renderer', reaches: ['shared', 'resources'], packages: 'any' },
  // The guide, which the build turns into data.
  { folder: 'renderer/app/help', reaches: ['renderer', 'shared', 'docs/huong-dan.md'], packages: 'any' },
  { folder: 'renderer/api', reaches: ['shared'], packages: 'any' },
  // Under the window's screens and the members' page alike: it knows neither.
  { folder: 'renderer/ballot-sync', reaches: ['shared'], packages: [] },
  {
    folder: 'renderer/components',
    reaches: ['renderer/api', 'renderer/app', 'shared', 'resources'],
    packages: 'any',
  },
  // Each feature is a layer of its own: see layerOf.
  {
    folder: 'renderer/features/*',
    reaches: ['renderer/api', 'renderer/app', 'renderer/ballot-sync', 'renderer/components', 'shared', 'resources'],
    packages: 'any',
  },
]

/** Packages that only the named folders or files import, wherever else packages are free. */
export const owners: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main', 'electron/preload'],
  'better-sqlite3': ['electron/db'],
  'drizzle-orm': ['electron/db'],
  // Devices of the room, and packages of offices.
  '@noble/curves': ['shared/room-proof', 'electron/workbooks/package'],
  '@noble/hashes': ['shared/room-proof', 'electron/workbooks/package'],
  '@peculiar/x509': ['electron/web-host/self-signed.ts'],
  pdfmake: [
    'electron/documents/render-pdf.ts',
    'electron/documents/pdf-engine.ts',
    'electron/documents/pdf-parts.ts',
    'electron/documents/own-blocks.ts',
    'electron/documents/pdf-a/tag-content.ts',
  ],
  pdfkit: ['electron/documents/certificate', 'electron/paper-ballots/picture-pdf.ts'],
  '@hyzyla/pdfium': ['electron/paper-ballots/pdfium.ts'],
  utif2: ['electron/paper-ballots/decode-pages.ts'],
  'zxing-wasm': ['electron/paper-ballots/read-code.ts'],
  docxtemplater: ['electron/documents/word'],
  pizzip: ['electron/documents/word'],
  exceljs: ['electron/workbooks/xlsx/write-xlsx.ts'],
  saxes: ['electron/workbooks/xlsx'],
  yauzl: ['electron/workbooks/xlsx'],
  fflate: ['electron/workbooks/xlsx'],
  'age-encryption': ['electron/backups'],
  react: ['renderer'],
  'react-dom': ['renderer'],
}

/** Files that only the named folders or files import: what a handler is given cannot write outside a command. */
const doors: Readonly<Record<string, readonly string[]>> = {
  'electron/db/connection.ts': ['electron/db'],
  'electron/db/statement.ts': ['electron/db'],
  'electron/db/transaction.ts': ['electron/db', 'electron/app/commit.ts', 'electron/app/commit-together.ts'],
}

/** Folders where time and chance come from the context only. */
export const clockFreeFolders = ['shared', 'electron/app', 'electron/documents', 'electron/workbooks']

/** The layer of a project path (forward slashes), its folder made concrete; null for free folders. */
export function layerOf(path: string): Layer | null {
  const feature = /^renderer\/features\/[^/]+/.exec(path)?.[0]
  const found = layers
    .map((layer) => (layer.folder === 'renderer/features/*' && feature ? { ...layer, folder: feature } : layer))
    .filter((layer) => isWithin(path, layer.folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)
  return found[0] ?? null
}

export function isWithin(path: string, folderOrFile: string): boolean {
  return path === folderOrFile || path.startsWith(`${folderOrFile}/`)
}

export function isFree(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || layerOf(path) === null
}

type FaultOfImportInput = {
  readonly path: string
  readonly source: string
  readonly target: string | null
}

/** What is wrong with a file importing `source`, or null. `target` is the project path of a relative source. */
export function faultOfImport({ path, source, target }: FaultOfImportInput): string | null {
  const layer = layerOf(path)
  if (layer === null || isFree(path)) return null
  if (target !== null) {
    const door = doors[target]
    if (door !== undefined && !door.some((place) => isWithin(path, place))) {
      return `${target} is imported only in ${door.join(' and ')}`
    }
    // A deeper layer is not part of the folder around it, but for the roots, whose few files join the layers.
    const isRoot = layer.folder === 'renderer' || layer.folder === 'electron'
    const isOwn = isWithin(target, layer.folder) && (isRoot || layerOf(target)?.folder === layer.folder)
    const isAllowed = isOwn || layer.reaches.some((place) => isWithin(target, place))
    return isAllowed ? null : `${layer.folder} must not import ${target}`
  }
  const name = packageNameOf(source)
  const owner = owners[name]
  if (owner !== undefined && !owner.some((place) => isWithin(path, place))) {
    return `${name} is imported only in ${owner.join(' and ')}`
  }
  const isAllowed = layer.packages === 'any' || layer.packages.includes(name)
  return isAllowed ? null : `${layer.folder} must not import the package ${name}`
}

function packageNameOf(source: string): string {
  const parts = source.split('/')
  return source.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? source)
}
