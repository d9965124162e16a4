import type { App } from 'electron'
import type { SystemFolders } from './saved-place.ts'

/** The system's folders for documents. It throws for one on a drive that is not there: that one is left out. */
export function systemFolders(app: Pick<App, 'getPath'>): SystemFolders {
  const known = (['documents', 'desktop', 'downloads', 'home'] as const).flatMap((name) => {
    try {
      return [[name, app.getPath(name)] as const]
    } catch {
      return []
    }
  })
  return Object.fromEntries(known)
}
