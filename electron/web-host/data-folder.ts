import { isAbsolute, join, resolve } from 'node:path'

type DataFolderOfInput = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home: string
}

/**
 * Where workspace files without a chosen place, samples and the recent list live: `OCOP_DATA`, or beside the portable
 * edition's one file, or the platform's usual place for an application's data. Always absolute: Electron takes no
 * other. Both desktop hosts share it.
 */
export function dataFolderOf({ env, platform, home }: DataFolderOfInput): string {
  const chosen = env['OCOP_DATA']
  // npm starts its scripts in the project's folder and says where it was called.
  if (chosen !== undefined && chosen !== '') return resolve(env['INIT_CWD'] ?? '', chosen)
  // Set by the portable edition's launcher: the folder of the file that was opened, such as a USB stick's.
  const portable = env['PORTABLE_EXECUTABLE_DIR'] ?? ''
  if (platform === 'win32' && portable !== '') return resolve(portable, portableFolderName)
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), folderName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName)
  const shared = env['XDG_DATA_HOME'] ?? ''
  return join(isAbsolute(shared) ? shared : join(home, '.local', 'share'), folderName)
}

const folderName = 'hoi-dong-ocop'
const portableFolderName = 'du-lieu-hoi-dong-ocop'
