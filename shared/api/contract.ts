import type { ContractRouterClient } from '@orpc/contract'
import { aftercareContract } from './aftercare.ts'
import { auditContract } from './audit.ts'
import { backupsContract } from './backups.ts'
import { windowBallotsContract } from './ballots.ts'
import { communesContract } from './communes.ts'
import { councilsContract } from './councils.ts'
import { criteriaContract } from './criteria.ts'
import { deadlinesContract } from './deadlines.ts'
import { documentsContract } from './documents.ts'
import { filesContract } from './files.ts'
import { liveContract } from './live.ts'
import { opinionsContract } from './opinions.ts'
import { packagesContract } from './packages.ts'
import { peopleContract } from './people.ts'
import { producersContract } from './producers.ts'
import { productsContract } from './products.ts'
import { referenceContract } from './reference.ts'
import { registerContract } from './register.ts'
import { officePapersContract } from './office-papers.ts'
import { paperBallotsContract } from './paper-ballots.ts'
import { registrationsContract } from './registrations.ts'
import { provinceListContract } from './province-list.ts'
import { resultsContract } from './results.ts'
import { roomControlContract } from './room.ts'
import { rulesContract } from './rules.ts'
import { searchContract } from './search.ts'
import { sessionsContract } from './sessions.ts'
import { settingsContract } from './settings.ts'
import { statisticsContract } from './statistics.ts'
import { supportContract } from './support.ts'
import { tablesContract } from './tables.ts'
import { todayContract } from './today.ts'
import { undoContract } from './undo.ts'
import { verificationsContract } from './verifications.ts'
import { workbookContract } from './workbook.ts'
import { workspaceContract } from './workspace.ts'
import { yearsContract } from './years.ts'

/** By name: written out by the compiler, it would be longer than a declaration may be. */
type Contract = {
  readonly workspace: typeof workspaceContract
  readonly people: typeof peopleContract
  readonly rules: typeof rulesContract
  readonly criteria: typeof criteriaContract
  readonly councils: typeof councilsContract
  readonly products: typeof productsContract
  readonly producers: typeof producersContract
  readonly communes: typeof communesContract
  readonly register: typeof registerContract
  readonly statistics: typeof statisticsContract
  readonly tables: typeof tablesContract
  readonly deadlines: typeof deadlinesContract
  readonly years: typeof yearsContract
  readonly today: typeof todayContract
  readonly search: typeof searchContract
  readonly registrations: typeof registrationsContract
  readonly aftercare: typeof aftercareContract
  readonly opinions: typeof opinionsContract
  readonly sessions: typeof sessionsContract
  readonly ballots: typeof windowBallotsContract
  readonly verifications: typeof verificationsContract
  readonly paperBallots: typeof paperBallotsContract
  readonly reference: typeof referenceContract
  readonly results: typeof resultsContract
  readonly documents: typeof documentsContract
  readonly officePapers: typeof officePapersContract
  readonly provinceList: typeof provinceListContract
  readonly workbook: typeof workbookContract
  readonly packages: typeof packagesContract
  readonly audit: typeof auditContract
  readonly room: typeof roomControlContract
  readonly settings: typeof settingsContract
  readonly files: typeof filesContract
  readonly support: typeof supportContract
  readonly backups: typeof backupsContract
  readonly undo: typeof undoContract
  readonly live: typeof liveContract
}

/** The one contract of the application: implemented once, served by every host. */
export const contract: Contract = {
  workspace: workspaceContract,
  people: peopleContract,
  rules: rulesContract,
  criteria: criteriaContract,
  councils: councilsContract,
  products: productsContract,
  producers: producersContract,
  communes: communesContract,
  register: registerContract,
  statistics: statisticsContract,
  registrations: registrationsContract,
  tables: tablesContract,
  deadlines: deadlinesContract,
  years: yearsContract,
  today: todayContract,
  aftercare: aftercareContract,
  opinions: opinionsContract,
  search: searchContract,
  sessions: sessionsContract,
  ballots: windowBallotsContract,
  verifications: verificationsContract,
  paperBallots: paperBallotsContract,
  reference: referenceContract,
  results: resultsContract,
  documents: documentsContract,
  officePapers: officePapersContract,
  provinceList: provinceListContract,
  workbook: workbookContract,
  packages: packagesContract,
  audit: auditContract,
  room: roomControlContract,
  settings: settingsContract,
  files: filesContract,
  support: supportContract,
  backups: backupsContract,
  undo: undoContract,
  live: liveContract,
}

export type AppClient = ContractRouterClient<typeof contract>
