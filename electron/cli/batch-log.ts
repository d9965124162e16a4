import { homedir } from 'node:os'
import type { Log } from '../context.ts'
import { hostLog } from '../log/host-log.ts'
import { dataFolderOf } from '../web-host/data-folder.ts'

/** The log of batch mode, in the data folder that the other hosts have. */
export function batchLog(place: { readonly resources: string; readonly appVersion: string }): Log {
  const dataFolder = dataFolderOf({ env: process.env, platform: process.platform, home: homedir() })
  return hostLog({ ...place, dataFolder, host: 'batch' })
}
