import type { ContractRouterClient } from '@orpc/contract'
import { auditContract } from './audit.ts'
import { ballotsContract } from './ballots.ts'
import { councilsContract } from './councils.ts'
import { documentsContract } from './documents.ts'
import { liveContract } from './live.ts'
import { productsContract } from './products.ts'
import { resultsContract } from './results.ts'
import { rulesContract } from './rules.ts'
import { sessionsContract } from './sessions.ts'
import { workbookContract } from './workbook.ts'
import { workspaceContract } from './workspace.ts'

/** The one contract of the application: implemented once, served by every host. */
export const contract = {
  workspace: workspaceContract,
  rules: rulesContract,
  councils: councilsContract,
  products: productsContract,
  sessions: sessionsContract,
  ballots: ballotsContract,
  results: resultsContract,
  documents: documentsContract,
  workbook: workbookContract,
  audit: auditContract,
  live: liveContract,
}

export type AppClient = ContractRouterClient<typeof contract>
