import type { Router } from '@orpc/server'
import type { contract } from '../../shared/api/contract.ts'
import type { AppContext, Clock, FileSaving, HostFiles, Log, RoomHostPort } from '../context.ts'
import type { ForkProcess } from '../fork-process.ts'
import { systemClock } from '../system-clock.ts'
import { openAppWork, openLowWork, type AppWork } from '../work/app-work.ts'
import { forkNode } from '../work/fork-node.ts'
import { auditHandlers } from './audit/handlers.ts'
import { backUpOnQuitting, watchBackups, withBackups } from './backups/automatic.ts'
import { backupsHandlers } from './backups/handlers.ts'
import { chooseEachHandler } from './ballots/choose-each.ts'
import { ballotsHandlers } from './ballots/handlers.ts'
import { communesHandlers } from './communes/handlers.ts'
import { councilsHandlers } from './councils/handlers.ts'
import { criteriaHandlers } from './criteria/handlers.ts'
import { refuseDamaged } from './damaged-file.ts'
import { deadlinesHandlers } from './deadlines/handlers.ts'
import { documentsHandlers } from './documents/handlers.ts'
import { filesHandlers } from './files/handlers.ts'
import { createLiveBus } from './live/bus.ts'
import { liveHandlers } from './live/handlers.ts'
import { emptyDesk } from './people/desk.ts'
import { paperBallotsHandlers } from './paper-ballots/handlers.ts'
import { opinionsHandlers } from './opinions/handlers.ts'
import { packagesHandlers } from './packages/handlers.ts'
import { peopleHandlers } from './people/handlers.ts'
import { requireAllowed } from './people/require-allowed.ts'
import { carryRefusal, logBugs, procedures } from './procedures.ts'
import { producersHandlers } from './producers/handlers.ts'
import { productsHandlers } from './products/handlers.ts'
import { officePapersHandlers } from './office-papers/handlers.ts'
import { provinceListHandlers } from './province-list/handlers.ts'
import { referenceHandlers } from './reference/handlers.ts'
import { registerHandlers } from './register/handlers.ts'
import { aftercareHandlers } from './aftercare/handlers.ts'
import { registrationsHandlers } from './registrations/handlers.ts'
import { resultsHandlers } from './results/handlers.ts'
import { roomHandlers } from './room/handlers.ts'
import { rulesHandlers } from './rules/handlers.ts'
import { openShippedRules } from './rules/shipped.ts'
import { searchHandlers } from './search/handlers.ts'
import { sessionsHandlers } from './sessions/handlers.ts'
import { settingsHandlers } from './settings/handlers.ts'
import { statisticsHandlers } from './statistics/handlers.ts'
import { supportHandlers } from './support/handlers.ts'
import { removeLeftTempFolders, removeTempFolders } from './temp-folders.ts'
import { tablesHandlers } from './tables/handlers.ts'
import { todayHandlers } from './today/handlers.ts'
import { undoHandlers } from './undo/handlers.ts'
import { verificationsHandlers } from './verifications/handlers.ts'
import { workbookHandlers } from './workbook/handlers.ts'
import { workspaceHandlers } from './workspace/handlers.ts'
import { yearsHandlers } from './years/handlers.ts'
import { closeAtTheEnd } from './workspace/open-close.ts'
import { inLastTurn } from './workspace/turns.ts'

export type AppOptions = {
  readonly host: HostFiles
  /** Absolute path of the `resources` folder. */
  readonly resources: string
  readonly appVersion: string
  /** Absolute path of the list of third-party licences that the build writes. */
  readonly licences?: string
  readonly log?: Log
  /** The last lines of what `log` wrote, for a report; none unless told. */
  readonly logLines?: () => readonly string[]
  readonly clock?: Clock
  /** Who works at this host, for the audit; `Thư ký` unless told. */
  readonly actor?: string
  /** As the host's machine says; every place is its own disk, unless told. */
  readonly storageOf?: AppContext['storageOf']
  /** Where this host saves files by the system's dialogs. */
  readonly saving?: FileSaving
  /** Shared by several applications, which leave it open; a worker of its own unless given. */
  readonly work?: AppWork
  /** How this host starts a process of its own; as Node does unless told. */
  readonly fork?: ForkProcess
  /** Backups by themselves; a host that keeps no files has none. */
  readonly backups?: 'automatic' | 'asked'
  /** Where this host can open a meeting room on the network. */
  readonly room?: RoomHostPort
}

export type Application = {
  readonly router: AppRouter
  readonly context: AppContext
  /** Backs the file up, ends the meeting room and lets go of the file; ends the worker and what it left, when it settles. */
  readonly dispose: () => Promise<void>
}

/** The whole application behind its contract, for one host: a window, a loopback server, batch mode or a test. */
export function createApp(options: AppOptions): Application {
  const log = options.log ?? silentLog
  const onTrouble = (error: Error) => log.error('the worker ended', error)
  const desk = emptyDesk(options.actor ?? 'Thư ký')
  const context: AppContext = {
    clock: options.clock ?? systemClock,
    log,
    logLines: options.logLines ?? (() => []),
    host: options.host,
    resources: options.resources,
    rules: openShippedRules(options.resources),
    appVersion: options.appVersion,
    licences: options.licences ?? null,
    desk,
    get actor() {
      return desk.at.name
    },
    unsaved: { count: 0 },
    lastCommand: { at: -Infinity },
    live: createLiveBus(),
    storageOf: options.storageOf ?? (() => ({ kind: 'local' })),
    workspace: { current: null, checking: null, handed: null },
    saving: options.saving ?? null,
    room: { host: options.room ?? null, current: null },
    backups: {
      isAutomatic: options.backups !== 'asked',
      trouble: null,
      lastAt: 0,
      copying: Promise.resolve(),
      checking: new Set(),
      password: null,
    },
    work: options.work ?? openAppWork({ resources: options.resources, onTrouble }),
    openLookout: () => openAppWork({ resources: options.resources, onTrouble }),
    openReader: () => openLowWork({ resources: options.resources, onTrouble, fork: options.fork ?? forkNode }),
  }
  removeLeftTempFolders(systemClock.now())
  const stopWatching = watchBackups(context)
  const dispose = () => {
    stopWatching()
    return inLastTurn(context, async () => {
      const finishBackups = context.backups.isAutomatic ? await backUpOnQuitting(context) : null
      try {
        closeAtTheEnd(context)
      } finally {
        await finishBackups?.()
        if (options.work === undefined) await context.work.close()
        removeTempFolders(context)
      }
    })
  }
  return { router: createRouter(context), context, dispose }
}

/** Written out: the inferred type is longer than the compiler puts into a declaration. */
type AppRouter = Router<typeof contract, Record<never, never>>

function createRouter(app: AppContext): AppRouter {
  return procedures
    .use(({ next, path, signal }) => logBugs({ next: async () => next(), path, signal, app }))
    .use(({ next, path }) => refuseDamaged({ app, path, next: async () => next() }))
    .use(({ next, path }) =>
      carryRefusal(async () => {
        requireAllowed(app, path)
        return next()
      }),
    )
    .use(({ next, path }) => withBackups(app, { path, next: async () => next() }))
    .router({
      workspace: workspaceHandlers(app),
      people: peopleHandlers(app),
      rules: rulesHandlers(app),
      criteria: criteriaHandlers(app),
      councils: councilsHandlers(app),
      products: productsHandlers(app),
      producers: producersHandlers(app),
      communes: communesHandlers(app),
      register: registerHandlers(app),
      statistics: statisticsHandlers(app),
      registrations: registrationsHandlers(app),
      tables: tablesHandlers(app),
      deadlines: deadlinesHandlers(app),
      years: yearsHandlers(app),
      today: todayHandlers(app),
      aftercare: aftercareHandlers(app),
      opinions: opinionsHandlers(app),
      search: searchHandlers(app),
      sessions: sessionsHandlers(app),
      ballots: { ...ballotsHandlers(app), chooseEach: chooseEachHandler(app) },
      verifications: verificationsHandlers(app),
      paperBallots: paperBallotsHandlers(app),
      reference: referenceHandlers(app),
      results: resultsHandlers(app),
      documents: documentsHandlers(app),
      officePapers: officePapersHandlers(app),
      provinceList: provinceListHandlers(app),
      workbook: workbookHandlers(app),
      packages: packagesHandlers(app),
      audit: auditHandlers(app),
      room: roomHandlers(app),
      settings: settingsHandlers(app),
      files: filesHandlers(app),
      support: supportHandlers(app),
      backups: backupsHandlers(app),
      undo: undoHandlers(app),
      live: liveHandlers(app),
    })
}

const silentLog: Log = { info: () => {}, error: () => {} }
