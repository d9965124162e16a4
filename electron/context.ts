import type { LiveChange } from '../shared/api/live.ts'
import type { HostCapabilities, WorkspaceListing } from '../shared/api/workspace.ts'
import type { ShippedRules } from './app/rules/shipped.ts'
import type { WorkspaceDb } from './db/open.ts'

/** Everything that handlers may reach: built once by a host, passed everywhere. */
export type AppContext = {
  readonly clock: Clock
  readonly log: Log
  readonly host: HostFiles
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  readonly rules: ShippedRules
  readonly appVersion: string
  /** Who works at this host, for the audit. */
  readonly actor: string
  readonly live: LiveBus
  /** The open workspace file, or null on the start screen. Only `workspace.*` handlers set it. */
  readonly workspace: WorkspaceSlot
}

/** The one place that reads the time. */
export type Clock = { readonly now: () => Date }

export type Log = {
  readonly info: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly error: (message: string, error: unknown) => void
}

/** What a host does with files. Paths stay on this side of the contract. */
export type HostFiles = {
  readonly capabilities: HostCapabilities
  /** Asks where an existing workspace is; null when cancelled or when the host has no dialogs. */
  readonly chooseWorkspace: () => Promise<string | null>
  /** Where a new workspace of that name goes: a dialog, or a free name in the data folder. */
  readonly chooseNewWorkspace: (name: string) => Promise<string | null>
  /** Folder for samples, adopted files and the recent list. */
  readonly dataFolder: string
}

export type LiveBus = {
  readonly publish: (change: LiveChange) => void
  readonly subscribe: (signal: AbortSignal | undefined) => AsyncIterableIterator<LiveChange>
}

export type OpenWorkspace = {
  readonly id: string
  readonly path: string
  readonly db: WorkspaceDb
  readonly isReadOnly: boolean
}

export type WorkspaceSlot = { current: OpenWorkspace | null }
