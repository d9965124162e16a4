import type { AppContext } from '../../context.ts'
import { findIssuedBytes } from '../../db/queries/issued-papers.ts'
import { mimeTypes } from '../../documents/mime-types.ts'
import { openDb, requireFound } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { keepIssued } from './keep-issued.ts'

export function issuedHandlers(app: AppContext) {
  return {
    take: procedures.documents.issued.take.handler(({ input }) => {
      const { fileName, bytes } = requireFound(findIssuedBytes(openDb(app), input))
      return new File([bytes as Uint8Array<ArrayBuffer>], fileName, { type: mimeTypes[input.format] })
    }),

    keep: procedures.documents.issued.keep.handler(({ input }) => keepIssued(app, input.seq)),
  }
}
