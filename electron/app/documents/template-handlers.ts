import { createHash } from 'node:crypto'
import { Refusal } from '../../../shared/api/refusal.ts'
import { wordKinds, type WordKind } from '../../../shared/api/word-templates.ts'
import { normaliseInput } from '../../../shared/domain/vietnamese/normalise-input.ts'
import type { AppContext } from '../../context.ts'
import {
  deleteOwnTemplate,
  findOwnTemplate,
  listOwnTemplates,
  saveOwnTemplate,
} from '../../db/queries/documents-templates.ts'
import type { CheckedTemplate } from '../../documents/word/check-template.ts'
import { listTemplateFields, shippedTemplate, wordFields } from '../../documents/word/word-documents.ts'
import { templateLimits } from '../../file-limits.ts'
import { openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { requireAccepted } from '../require-accepted.ts'

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function templateHandlers(app: AppContext) {
  return {
    list: procedures.documents.templates.list.handler(() => {
      const own = new Map(listOwnTemplates(openDb(app)).map((row) => [row.kind, row]))
      return wordKinds.map((kind) => {
        const row = own.get(kind)
        return { kind, own: row === undefined ? null : { fileName: row.fileName, savedAt: row.savedAt } }
      })
    }),

    fields: procedures.documents.templates.fields.handler(({ input }) => listTemplateFields(wordFields[input.kind])),

    download: procedures.documents.templates.download.handler(({ input }) => {
      const bytes = findOwnTemplate(openDb(app), input.kind) ?? shippedTemplate(input.kind, app.resources)
      return new File([bytes as Uint8Array<ArrayBuffer>], `Mau_${input.kind}.docx`, { type: wordType })
    }),

    check: procedures.documents.templates.check.handler(async ({ input }) => {
      const { bytes: _, ...found } = await inspect(app, input)
      return found
    }),

    ...commandsAt(app, 'documents.templates').inside({
      reset: (db, { input }) => {
        const isOwn = findOwnTemplate(db, input.kind) !== null
        deleteOwnTemplate(db, input.kind)
        const audit = isOwn ? { subject: `template:${input.kind}`, detail: { to: null } } : null
        return { result: undefined, audit }
      },
    }),

    ...commandsAt(app, 'documents.templates').around({
      save: async ({ input, commit }) => {
        const { bytes, faults, hasTags } = await inspect(app, input)
        if (faults.length > 0) throw new Refusal('template-faulty', { faults: faults.length })
        const accepted = requireAccepted(hasTags ? [] : ['template-without-tags'], input.accepted)
        commit((db, now) => {
          const sha256 = createHash('sha256').update(bytes).digest('hex')
          const fileName = shortName(input.file.name) || 'mau.docx'
          saveOwnTemplate(db, { kind: input.kind, fileName, bytes: Buffer.from(bytes), sha256, savedAt: now })
          return {
            result: undefined,
            audit: { subject: `template:${input.kind}`, detail: { fileName, sha256, ...accepted } },
          }
        })
      },
    }),
  }
}

type TemplateInput = { readonly kind: WordKind; readonly file: File }

/** @throws Refusal `template-unreadable` for what is no Word document. */
async function inspect(app: AppContext, { kind, file }: TemplateInput): Promise<CheckedTemplate> {
  if (file.size > templateLimits.bytes.most) throw new Refusal('template-unreadable')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const checked = await app.work.run('check-template', { kind, bytes })
  if (checked === null) throw new Refusal('template-unreadable')
  return checked
}

/** By characters: half of one would be no text. */
function shortName(name: string): string {
  return [...normaliseInput(name)].slice(0, 200).join('')
}
