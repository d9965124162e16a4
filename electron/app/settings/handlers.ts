import { existsSync, readFileSync } from 'node:fs'
import type { Licence } from '../../../shared/api/settings.ts'
import type { AppContext } from '../../context.ts'
import { procedures } from '../procedures.ts'

export function settingsHandlers(app: AppContext) {
  return {
    licences: procedures.settings.licences.handler(() => readLicences(app.licences)),
  }
}

function readLicences(path: string | null): readonly Licence[] {
  if (path === null || !existsSync(path)) return []
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Licence[]
}
