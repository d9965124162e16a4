import type { AppContext } from '../../context.ts'
import { openPath } from '../paper-files/open-path.ts'
import { paperFolder, type PaperFolder } from '../paper-files/paper-folder.ts'

type OfInspection = { readonly inspectionId: number }

/** Photos and papers of inspections beside the open workspace. @throws Refusal `no-workspace` */
export function inspectionFolder(app: AppContext): PaperFolder<OfInspection> {
  return paperFolder<OfInspection>(openPath(app), ({ inspectionId }) => `KT${inspectionId}`)
}
