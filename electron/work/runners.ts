import { join } from 'node:path'
import type { RecordFacts } from '../db/copies.ts'
import { newestSchemaVersion } from '../db/migrate.ts'
import { withDigest } from '../session-digest.ts'
import type { Runners } from './job.ts'
import type { Jobs } from './jobs.ts'
import { withHead } from '../workbooks/lists/with-head.ts'

/** Where the worker finds the project's data. */
export type WorkerPlace = { readonly resources: string }

/** What does each kind of job. The writers and readers weigh more than the rest: each is loaded with its first job. */
export function runnersAt({ resources }: WorkerPlace): Runners<Jobs> {
  return {
    'render-document': async ({ record, ...asked }, { breathe }) => {
      const { renderDocument } = await import('../documents/render-document.ts')
      return renderDocument({ ...asked, record: withDigest(record), resources, breathe })
    },
    'render-papers': async (asked, { breathe }) =>
      (await import('../documents/office-papers/render-papers.ts')).renderPapers({ ...asked, resources, breathe }),
    'draw-certificates': async (asked) => (await loadCertificates()).drawPreview(asked, resources),
    'print-certificates': async (asked, tools) => (await loadCertificates()).printCertificates(asked, tools, resources),
    'pack-documents': async (asked, tools) => {
      const { packDocuments } = await import('./jobs/pack-documents.ts')
      return packDocuments(asked, tools, resources)
    },
    'pack-dossiers': async (asked, tools) =>
      (await import('./jobs/pack-dossiers.ts')).packDossiers(asked, tools, resources),
    'look-at-files': async ({ paths, open }, { tell, breathe }) => {
      const [{ hashInFile, peekFile }, { tellCopiesApart }] = await Promise.all([
        import('../db/peek.ts'),
        import('../db/copies.ts'),
      ])
      tell('begun')
      const records = new Map<string, RecordFacts>()
      for (const path of paths) {
        const found = peekFile(path, open)
        if (found.kind === 'workspace' && found.record !== null) records.set(path, found.record)
        tell({ path, found })
        await breathe()
      }
      for (const [path, copy] of tellCopiesApart(records, hashInFile)) tell({ path, copy })
    },
    'compare-bytes': async ({ path, dataFolder }) =>
      (await import('../app/integrity/compare-bytes.ts')).compareWithClosing(path, dataFolder),
    'check-integrity': async (asked, tools) =>
      (await import('./jobs/check-integrity.ts')).checkCopy(asked, tools, resources),
    'salvage-file': async ({ path }) =>
      (await import('../db/salvage.ts')).salvageFile({ path, migrations: join(resources, 'migrations') }),
    'keep-backup': async (copy) => {
      const { keepBackup } = await import('../backups/keep-backup.ts')
      return keepBackup({ ...copy, newest: newestSchemaVersion(join(resources, 'migrations')) }).note
    },
    'copy-backup': async (asked) => (await import('../backups/copy-backup.ts')).copyBackup(asked),
    'unpack-backup': async (asked) => (await import('../backups/copy-backup.ts')).unpackBackup(asked),
    'measure-file': async ({ path }) => (await import('../backups/whole-file.ts')).measureFile(path),
    'seal-file': async (asked) => (await import('../backups/sealed-file.ts')).sealFile(asked),
    'unseal-file': async (asked) => (await import('../backups/sealed-file.ts')).unsealFile(asked),
    'check-template': async ({ bytes, kind }) =>
      (await import('../documents/word/check-template.ts')).takeTemplate({ file: bytes, kind, resources }),
    'read-picture': async ({ bytes }) => (await import('../app/products/check-picture.ts')).checkPicture(bytes),
    'hash-password': async ({ password }) => (await loadPasswords()).hashPassword(password),
    'check-password': async ({ password, hash }) => (await loadPasswords()).checkPassword(password, hash),
    'find-unprintable': async ({ texts }) => (await loadPrinting()).findUnprintable(texts, resources),
    'preview-workbook': async (asked) => (await loadWorkbooks()).previewWorkbook(asked, resources),
    'stage-workbook': async (asked) => (await loadWorkbooks()).stageWorkbook(asked, resources),
    'write-workbook': async ({ record, backgrounds, filled }) => {
      const { writeSessionWorkbook } = await import('../workbooks/session/write-session-workbook.ts')
      return writeSessionWorkbook({ record: withDigest(record), backgrounds, filled })
    },
    'write-reference-workbook': async (asked) =>
      (await import('../workbooks/session/reference-workbook.ts')).writeReferenceWorkbook(asked),
    'read-reference-workbook': async (asked) =>
      (await import('../workbooks/session/read-reference-workbook.ts')).readReferenceWorkbook(asked),
    'write-blank-workbook': async (asked) =>
      (await import('../workbooks/session/write-blank-workbook.ts')).writeBlankWorkbook(asked),
    'read-criteria-workbook': async ({ bytes }) => (await loadWorkbooks()).readCriteria(bytes, resources),
    'write-criteria-workbook': async (asked) =>
      (await import('../workbooks/criteria/write-criteria-workbook.ts')).writeCriteriaWorkbook(asked),
    'write-table': async (table, { breathe }) =>
      (await import('../documents/table/write-table.ts')).writeTable(table, breathe),
    'stage-office-list': async (asked) => (await loadOfficeLists()).stageOfficeList(asked, resources),
    'preview-office-list': async (asked) => (await loadOfficeLists()).previewOfficeList(asked, resources),
    'read-commune-list': async ({ bytes }) =>
      withHead((await import('../workbooks/communes/read-commune-list.ts')).readCommuneList(bytes)),
    'write-national-list': async (asked) =>
      (await import('../workbooks/register/write-national-list.ts')).writeNationalList(asked),
    'write-package': async (asked) => (await import('../workbooks/package/write-package.ts')).writePackage(asked),
    'read-package': async ({ bytes }) => (await import('./jobs/packages.ts')).readWhole(bytes),
    'preview-package': async (asked) => (await import('./jobs/packages.ts')).previewAgainst(asked),
    'lay-out-papers': async ({ record }) => (await loadPapers()).layOutPapers(record, resources),
    'count-papers': async ({ path }) => (await loadPapers()).countPapers(path),
    'read-paper': async (asked) => (await loadPapers()).readPaper(asked),
    'draw-paper': async (asked) => (await import('./jobs/draw-paper.ts')).drawPaper(asked),
    'read-province-layout': async (file) => withHead((await loadProvinceList()).readProvinceLayout(file)),
    'fill-province-workbook': async ({ rows, columns, restAt, ...file }) => {
      const printed = (await loadPrinting()).asPrinted(rows, resources)
      return withHead((await loadProvinceList()).fillProvinceWorkbook(file, { rows: printed, columns, restAt }))
    },
    'compare-province-workbook': async ({ rows, ...file }) => {
      const printed = (await loadPrinting()).printerOf(resources)
      return withHead((await loadProvinceList()).compareProvinceWorkbook(file, { rows, printed }))
    },
  }
}

const loadPasswords = () => import('./jobs/passwords.ts')
const loadWorkbooks = () => import('./jobs/workbooks.ts')
const loadCertificates = () => import('./jobs/certificates.ts')
const loadPrinting = () => import('../documents/unprintable.ts')
const loadOfficeLists = () => import('./jobs/office-lists.ts')
const loadPapers = () => import('./jobs/read-papers.ts')
const loadProvinceList = () => import('../workbooks/province/province-list.ts')
