import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Log } from '../context.ts'

const remembered = z.object({
  place: z
    .object({
      x: z.number(),
      y: z.number(),
      width: z.number().positive(),
      height: z.number().positive(),
      isMaximized: z.boolean(),
    })
    .nullable(),
  zoomLevel: z.number(),
  projectorZoomLevel: z.number(),
})

/** How the windows were left; zoom levels as Electron counts them, 0 as drawn. */
export type RememberedWindows = Readonly<z.infer<typeof remembered>>

const never: RememberedWindows = { place: null, zoomLevel: 0, projectorZoomLevel: 0 }

export type WindowMemory = {
  readonly read: () => RememberedWindows
  readonly keep: (changes: Partial<RememberedWindows>) => void
}

/** How the windows were left last time, kept in `window.json` of the data folder; never worth an error to the user. */
export function windowMemory(folder: string, log: Log): WindowMemory {
  const path = join(folder, 'window.json')
  let known = readFile(path)
  return {
    read: () => known,
    keep: (changes) => {
      known = { ...known, ...changes }
      try {
        writeFileSync(`${path}.part`, JSON.stringify(known))
        renameSync(`${path}.part`, path)
      } catch (error) {
        log.error('the place of the window could not be kept', error)
      }
    },
  }
}

function readFile(path: string): RememberedWindows {
  try {
    return remembered.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Missing at the first start; damaged, it only costs the place.
    return never
  }
}
