import type { WithdrawalFields } from '../aftercare.ts'
import type { CommuneFields } from '../communes.ts'
import type { CommitmentFields, InspectionFields, RouteFields, Settlement } from '../inspections.ts'
import type { ProducerFields } from '../producers.ts'
import type { Product, ProductFields, ProductIdentity } from '../products.ts'
import type { MarkChange, RegistrationFields } from '../registrations.ts'
import type { Counts, Doubted, Moved, Saved } from './kept.ts'

/** What the audit keeps of products, their certificates and what comes after them. */
export type RegisterDetails = {
  'products.save': Saved<ProductFields>
  'products.setPicture': { removed: boolean } | { type: string; size: number }
  'products.saveIdentity': Moved<ProductIdentity>
  'products.remove': { from: Product }
  /** `into`: the id of the record that stays; rows that are its own now, and rows that said what it said already, by their table. */
  'products.merge': { from: Product; into: number; moved: Counts; dropped: Counts }

  'producers.save': Moved<ProducerFields>
  'producers.merge': { from: ProducerFields; fromId?: number; into: number; moved: Counts }
  'producers.remove': { from: ProducerFields }

  'communes.save': Saved<CommuneFields>
  'communes.remove': { from: CommuneFields }
  'communes.takeList': { file: string; sheet: string; sha256: string; added: number; changed: number; same: number }
  /** How many were brought to their communes of now, or back. */
  'communes.update': { products: number; producers: number }
  'communes.undoUpdate': { products: number; producers: number }

  /** Of an office's list: rows that were added, changed and the same. */
  'register.takeList': {
    file: string
    sheet: string
    sender: string
    sha256: string
    added: number
    changed: number
    same: number
    /** What somebody looked at and accepted, by cell; the first of them where there are many. */
    doubts?: readonly { cell: string; reason: string }[]
    doubtCount?: number
  }

  'registrations.save': Saved<RegistrationFields> & Doubted
  /** The reason; null where it stands. */
  'registrations.withdraw': Moved<string | null>
  /** Ids of registrations, keys of items. */
  'registrations.mark': { registrations: readonly number[]; items: readonly string[]; to: MarkChange }
  'registrations.addFile': { item: string; file: string; sha256: string; size: number }
  /** `registrations`: those that took it. */
  'registrations.shareFile': {
    item: string
    file: string
    sha256: string
    size: number
    registrations: readonly number[]
  }
  'registrations.removeFile': { item: string; file: string; sha256: string }
  /** Ids of files, codes of criteria. */
  'registrations.prove': { files: readonly number[]; criteria: readonly string[]; to: boolean }

  /** `refId`: of a certificate (`session`) or of a recognition that a list tells of (`list`). */
  'aftercare.withdrawals.open': { source: 'session' | 'list'; refId: number; to: WithdrawalFields } & Doubted
  'aftercare.withdrawals.save': Moved<WithdrawalFields> & Doubted
  'aftercare.withdrawals.decide': Moved<{ decisionNumber: string; decidedOn: string } | null> & { reason: string }
  /** The reason; null where the case is open. */
  'aftercare.withdrawals.drop': Moved<string | null>
  'aftercare.inspections.saveRoute': Saved<RouteFields & { year: number }>
  /** `items`: how many that were only planned went with it. */
  'aftercare.inspections.removeRoute': { from: RouteFields & { year: number }; items: number }
  /** Ids of inspections. */
  'aftercare.inspections.add': { routeId: number | null; inspections: readonly number[] }
  'aftercare.inspections.remove': { removed: readonly number[] }
  'aftercare.inspections.save': Moved<InspectionFields> & Doubted
  'aftercare.inspections.answer': { item: string } & Moved<{ answer: string; remark: string } | null>
  'aftercare.inspections.markClean': { inspections: readonly number[]; on: string } & Doubted
  'aftercare.inspections.saveCommitment': Saved<CommitmentFields>
  'aftercare.inspections.removeCommitment': { from: CommitmentFields }
  'aftercare.inspections.settle': { what: string } & Moved<Settlement | null> & Doubted
  'aftercare.inspections.addFile': { file: string; sha256: string; size: number }
  'aftercare.inspections.removeFile': { file: string; sha256: string }

  /** `papers`: the codes of those that went along. */
  'packages.make': {
    uid: string
    kind: 'up' | 'down'
    office: string
    sha256: string
    products: number
    papers: readonly string[]
  }
  /** Somebody compared the fingerprint; `otherKeys`: by how many others the office was known before. */
  'packages.confirmKey': { office: string; fingerprint: string; otherKeys: number }
  'packages.take': {
    uid: string
    kind: 'up' | 'down'
    office: string
    file: string
    sha256: string
    taken: number
    refused: readonly { row: number; name: string; reason: string }[]
  }

  'provinceList.accept': { changes: readonly (Moved<Texts> & { product: number })[] }
  'provinceList.remember': { columns: Readonly<Record<string, string | null>> }
}

type Texts = Readonly<Record<string, string>>
