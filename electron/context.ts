import type { AnyRouter } from '@orpc/server'
import type { BackupStatus } from '../shared/api/backups.ts'
import type { SavedFile } from '../shared/api/files.ts'
import type { LiveChange } from '../shared/api/live.ts'
import type { Call } from '../shared/room-proof/room-proof.ts'
import type { DeviceAlert, OpenRoomFacts, RoomInterface, RoomStatus } from '../shared/api/room.ts'
import type { WaitingCounts } from '../shared/api/waiting-header.ts'
import type { BytesSeen } from '../shared/domain/anchors/anchors.ts'
import type { Person } from '../shared/api/people.ts'
import type { FileCheck, FileStorage, HostCapabilities, ReadOnlyReason } from '../shared/api/workspace.ts'
import type { createAtBallots } from './app/room/at-ballots.ts'
import type { EntryTries } from './app/room/entry-tries.ts'
import type { ShippedRules } from './app/rules/shipped.ts'
import type { Holding } from './app/workspace/owner-file.ts'
import type { ReadDb } from './db/handles.ts'
import type { AppWork } from './work/app-work.ts'

/** Everything that handlers may reach: built once by a host, passed everywhere. */
export type AppContext = {
  readonly clock: Clock
  readonly log: Log
  /** The last lines of the log, for a report. */
  readonly logLines: () => readonly string[]
  readonly host: HostFiles
  /** Null where the browser keeps downloads itself. */
  readonly saving: FileSaving | null
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  readonly rules: ShippedRules
  readonly appVersion: string
  /** Absolute path of the list of third-party licences, or null where none was built. */
  readonly licences: string | null
  /** Who works at this host, for the audit: the name at the desk, unless a device speaks for its member. */
  readonly actor: string
  readonly desk: DeskSlot
  /** Changes that the page could not save so far. Set by `workspace.noteUnsaved`. */
  readonly unsaved: { count: number }
  /** When somebody last changed something, in milliseconds. Set by `commit`. */
  readonly lastCommand: { at: number }
  readonly live: LiveBus
  /** Where a file at that path lies: not every place bears what a disk of one's own does. */
  readonly storageOf: (path: string) => FileStorage
  /** The open workspace file, or null on the start screen. Only `workspace.*` handlers set it. */
  readonly workspace: WorkspaceSlot
  readonly room: RoomSlot
  readonly backups: BackupsSlot
  /** What is not done on the thread that answers keys. */
  readonly work: AppWork
  /** A new worker for what lies in places that may not answer: nothing else waits behind it. */
  readonly openLookout: () => AppWork
  /** A new worker of a lower priority: what it does takes minutes, and the keys do not wait for it. */
  readonly openReader: () => AppWork
}

/** Who works at this machine. Only `electron/app/people` sets it. */
export type DeskSlot = {
  /** Who works where no file says otherwise. */
  readonly usualName: string
  at: AtDesk
  isLocked: boolean
  /** Who is asked for first at the lock. */
  expected: number | null
  lender: AtDesk | null
  /** Wrong passwords in a row by record and person (`triesKey`), and when the last one was typed in; kept as files close. */
  readonly wrongTries: Map<string, { readonly tries: number; readonly at: Date }>
}

/** `person`: null where the file names nobody, or nobody has signed in. */
export type AtDesk = { readonly name: string; readonly person: Person | null }

/** The one place that reads the time. */
export type Clock = { readonly now: () => Date }

export type Log = {
  readonly info: (message: string, facts?: Readonly<Record<string, unknown>>) => void
  readonly error: (message: string, error: unknown) => void
}

/** `second-place`: of backups; `scans`: where the office's scanner puts its files. */
export type FolderPurpose = 'second-place' | 'scans'

/** What a host does with files. Paths stay on this side of the contract. */
export type HostFiles = {
  readonly capabilities: HostCapabilities
  /** Asks where an existing workspace is; null when cancelled or when the host has no dialogs. */
  readonly chooseWorkspace: () => Promise<string | null>
  /** Where a new workspace of that name goes: a dialog, or a free name in the data folder. */
  readonly chooseNewWorkspace: (name: string) => Promise<string | null>
  /** Asks for a folder for that; null when cancelled or when the host has no dialogs. */
  readonly chooseFolder: (purpose: FolderPurpose) => Promise<string | null>
  /** True where the files are thrown away after use. */
  readonly isThrownAway?: true
  /** Folder for samples, adopted files and the recent list. */
  readonly dataFolder: string
}

/** Saves files where the person says, and opens what it saved. */
export type FileSaving = {
  /** Null where the person left it unsaved. @throws Refusal `host-cannot` for a kind that is never written */
  readonly save: (file: File) => Promise<SavedFile | null>
  /** The same of a file that the application made on the disk, which may be larger than memory. */
  readonly saveCopy: (made: { readonly from: string; readonly name: string }) => Promise<SavedFile | null>
  /** @throws Refusal `saved-file-gone`, `no-program-for-file` */
  readonly open: (id: string) => Promise<void>
  /** Opens a paper that the application keeps beside the workspace. @throws Refusal `no-program-for-file` */
  readonly openPaper: (path: string) => Promise<void>
  /** @throws Refusal `saved-file-gone` */
  readonly showInFolder: (id: string) => void
}

export type LiveBus = {
  readonly publish: (change: LiveChange) => void
  readonly subscribe: (signal: AbortSignal | undefined) => AsyncIterableIterator<LiveChange>
}

export type OpenWorkspace = {
  readonly id: string
  readonly path: string
  /** What the path led to when the file was opened (`fileIdentity`). */
  readonly identity: string | null
  readonly db: ReadDb
  /** The new name of a journal that lay beside the file and was another's (`setStrayAside`). */
  readonly strayAside: string | null
  /** Against its last closing here; null or left out where nothing could be compared. */
  readonly bytes?: BytesSeen | null
  /** Why nothing can be changed; null where it is written. */
  readonly readOnly: ReadOnlyReason | null
  readonly storage: FileStorage
  /** That this process alone writes it; null where it is only read. */
  readonly holding: Holding | null
}

export type WorkspaceSlot = {
  current: OpenWorkspace | null
  /** How far a file that was not closed in order is checked. */
  checking: FileCheck | null
  /** Path of a file that the system handed over and that the page has not opened yet. */
  handed: string | null
}

/** Backups of the open file: what is at work, and what went wrong. Only `backups.*` handlers and what they use set it. */
export type BackupsSlot = {
  /** By themselves: on closing, before a meeting, hourly. */
  readonly isAutomatic: boolean
  /** The last try that failed, until one succeeds. */
  trouble: BackupStatus['trouble']
  /** When the open file was last found to be backed up, in milliseconds. */
  lastAt: number
  /** Settles once pages of the open file are copied by nobody. */
  copying: Promise<void>
  /** Copies that are being checked. */
  readonly checking: Set<Promise<void>>
  /** Of the second place, once it was given; never written anywhere. */
  password: string | null
}

/** The meeting room: how this host opens one, and the one that is open. Only `room.*` handlers set `current`. */
export type RoomSlot = { readonly host: RoomHostPort | null; current: OpenRoom | null }

/** What a host does to open a meeting room on the network. */
export type RoomHostPort = {
  /** IPv4 addresses of this machine, as they are now. */
  readonly listInterfaces: () => readonly RoomInterface[]
  /** What there is to encrypt a room with. */
  readonly certificate: () => RoomStatus['certificate']
  /** Calls `look` every few seconds, and at once where the host knows of a change, until the answered function is called. */
  readonly watch: (look: () => void) => () => void
  /**
   * Listens on that address and port only, until closed, and serves nothing but the two pages and what is behind the doors.
   *
   * @throws Refusal `room-address-gone`, `room-port-taken`, `room-certificate-unusable`
   */
  readonly open: (room: {
    readonly address: string
    /** Undefined takes the usual one, or a free one where that is taken. */
    readonly port: number | undefined
    readonly doors: RoomDoors
    /** Also where the office has no certificate: with one of the application's own. */
    readonly isEncrypted: boolean
  }) => Promise<RoomListener>
}

/** What a room serves: members' devices, and clerks' laptops apart from them. */
export type RoomDoors = {
  readonly members: AnyRouter
  readonly clerks: AnyRouter
  /** Whether a call is made by the very device that the token was given to. */
  readonly isProven: (call: RoomCall) => boolean
  /** Whether a token is that of a clerk who may key now: nobody else is given the clerk's page. */
  readonly isClerk: (token: string | null) => boolean
}

export type RoomListener = {
  readonly port: number
  /** What members open. */
  readonly link: string
  readonly isEncrypted: boolean
  /** SHA-256 of the application's own certificate; null with the office's, which devices know, and without one. */
  readonly fingerprint: string | null
  /** Stops listening at once, and cuts every connection after that many milliseconds; at once unless told. */
  readonly close: (lastWordsMs?: number) => void
}

/** A call as it came: `proof` is what the device says to be the one that entered. */
export type RoomCall = Call & {
  readonly token: string | null
  readonly proof: string | null
  readonly address: string
}

/** What a device that entered is given: its token, and the room's half of their key. */
export type GivenToken = { readonly token: string; readonly publicKey: string }

/** What the host knows of each call of a device. */
export type DeviceCall = {
  /** The token that the device keeps and proved to be its own; null before it entered. */
  readonly token: string | null
  /** The device's half of a key, as it enters; else empty. */
  readonly publicKey: string
  /** Of the device on the network. */
  readonly address: string
  /** The clerk for whom the page was opened, encoded as in an address; null where it does not say. */
  readonly speaksFor: string | null
  /** What waits on a member's phone, as it says (`waiting-header.ts`). */
  readonly waiting: string
  /** Hands the device its token, or takes it back with null. */
  readonly giveToken: (given: GivenToken | null) => void
  readonly giveClerkToken: (given: GivenToken) => void
}

/** A device's token was used from an address that it did not enter from; `isOwn` with the device's key. */
export type RoomAlert = DeviceAlert & { readonly codeId: number; isSettled: boolean }

export type OpenRoom = {
  readonly sessionId: number
  /** The interface that it was opened on. */
  readonly network: Pick<RoomInterface, 'name' | 'isLoopback'>
  /** Names of the others that there were then. */
  readonly notChosen: readonly string[]
  readonly startedAt: string
  /** These follow the machine's address. */
  address: string
  listener: RoomListener
  /** The machine has no network: nobody can come in until it has one again. */
  isCutOff: boolean
  moved: OpenRoomFacts['moved']
  stopFollowing: () => void
  /** Set as the room ends: whether its session was locked, which every device that listens is told. */
  isSessionLocked: boolean
  /** Codes issued since this start, by their ids; they are written nowhere. */
  readonly codes: Map<number, string>
  /** Devices of each code that listen right now. */
  readonly listening: Map<number, number>
  readonly atBallots: ReturnType<typeof createAtBallots>
  readonly tries: EntryTries
  /** The newest numbers of each device's calls, in their order. */
  readonly counters: Map<number, readonly number[]>
  readonly alerts: RoomAlert[]
  /** What waits on each member's phone as it said last, by the hash of its token. */
  readonly waiting: Map<string, WaitingCounts>
}
