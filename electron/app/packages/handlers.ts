import { createHash, randomBytes } from 'node:crypto'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findPackagePaper,
  insertPackage,
  listAnsweringSessions,
  listOfficeKeys,
  listPackagePapers,
  listPackages,
  upsertOfficeKey,
} from '../../db/queries/packages.ts'
import { findIssuedBytes } from '../../db/queries/issued-papers.ts'
import { packageLimits } from '../../file-limits.ts'
import { publicKeyOf } from '../../workbooks/package/package-signature.ts'
import { fileStemOf } from '../../workspace-path.ts'
import { openDb, requireFound } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { draftPackage, type Drafted, type KeptPaper } from './draft-package.ts'
import { fingerprintOf } from './fingerprint.ts'
import { takeOfficeKey } from './office-key.ts'
import { readPackageDetail, summaries } from './package-detail.ts'
import { previewPackage } from './preview-package.ts'
import { readHandedPackage } from './handed-package.ts'
import { takePackage } from './take-package.ts'

export function packagesHandlers(app: AppContext) {
  return {
    list: procedures.packages.list.handler(() => summaries(openDb(app))),

    get: procedures.packages.get.handler(({ input }) => readPackageDetail(openDb(app), input.id)),

    paper: procedures.packages.paper.handler(({ input: { id, place } }) => {
      const { part } = requireFound(listPackagePapers(openDb(app), id)[place])
      const bytes = requireFound(findPackagePaper(openDb(app), { packageId: id, part }))
      const name = part.slice(part.lastIndexOf('/') + 1)
      return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
    }),

    own: procedures.packages.own.handler(() => {
      const db = openDb(app)
      const received = listPackages(db).filter(({ direction, kind }) => direction === 'received' && kind === 'up')
      const answers = received
        .map(({ id, office, madeAt }) => ({ packageId: id, office, madeAt, sessions: listAnsweringSessions(db, id) }))
        .filter(({ sessions }) => sessions.length > 0)
      return { fingerprint: fingerprintOf(publicKeyOf(takeOfficeKey(app.host.dataFolder))), answers }
    }),

    draft: procedures.packages.draft.handler(({ input }) => {
      const { office, data, papers } = draftPackage(openDb(app), input)
      return {
        office,
        session: data.session,
        products: data.products.map((product) => ({
          row: product.row,
          code: 'code' in product ? product.code : '',
          name: product.name,
          producer: typeof product.producer === 'string' ? product.producer : product.producer.name,
          result: product.result,
        })),
        papers: papers.flatMap(({ id, kind, code, size, seq }) => (seq === null ? [] : [{ id, kind, code, size }])),
        unkept: papers.flatMap(({ kind, code, seq }) => (seq === null ? [{ kind, code }] : [])),
      }
    }),

    handed: procedures.packages.handed.handler(() => readHandedPackage(app)),

    preview: procedures.packages.preview.handler(({ input, signal }) => previewPackage(app, input.file, signal)),

    ...commandsAt(app, 'packages').around({
      make: async ({ input: { source, office, paperIds }, commit }) => {
        const db = openDb(app)
        const drafted = draftPackage(db, source)
        const papers = drafted.papers.filter(({ id }) => paperIds.includes(id))
        const secretKey = takeOfficeKey(app.host.dataFolder)
        const uid = randomBytes(16).toString('hex')
        const madeAt = app.clock.now().toISOString()
        const bytes = await app.work.run('write-package', {
          id: uid,
          office,
          madeAt,
          program: app.appVersion,
          data: drafted.data,
          papers: papers.flatMap((paper) => withBytes(db, paper)),
          secretKey,
        })
        requireSendable(bytes)
        const name = fileNameOf(drafted, office)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        return commit((writable, notedAt) => {
          const { kind, session, products } = drafted.data
          insertPackage(
            writable,
            {
              uid,
              direction: 'sent',
              kind,
              office,
              publicKey: publicKeyOf(secretKey),
              answers: 'answers' in drafted.data ? drafted.data.answers : null,
              session,
              sessionId: source.sessionId,
              sha256,
              fileName: name,
              madeAt,
              notedAt,
            },
            products.map((facts) => ({
              row: facts.row,
              productId: drafted.productIds.get(facts.row) ?? null,
              state: 'sent' as const,
              reason: '',
              facts,
            })),
          )
          const detail = {
            uid,
            kind,
            office,
            sha256,
            products: products.length,
            papers: papers.map(({ code }) => code),
          }
          return {
            result: new File([bytes], name, { type: packageType }),
            audit: { subject: `session:${source.sessionId}`, detail },
          }
        })
      },

      take: ({ input, commit }) => takePackage(app, input, commit),
    }),

    ...commandsAt(app, 'packages').inside({
      confirmKey: (db, { input: { publicKey, office }, now: confirmedAt }) => {
        requireFound(/^[0-9a-f]{64}$/.exec(publicKey))
        const before = listOfficeKeys(db).filter((key) => key.publicKey !== publicKey && key.office === office)
        upsertOfficeKey(db, { publicKey, office, confirmedAt, confirmedBy: app.actor })
        const detail = { office, fingerprint: fingerprintOf(publicKey), otherKeys: before.length }
        return { result: undefined, audit: { subject: 'packages', detail } }
      },
    }),
  }
}

/** What the receiver would turn away is not made. @throws Refusal `package-too-large` */
function requireSendable(bytes: Uint8Array): void {
  const { most, per } = packageLimits.bytes
  if (bytes.length > most) throw new Refusal('package-too-large', { megabytes: most / per })
}

const packageType = 'application/x-hoi-dong-ocop-goi'

function withBytes(db: ReadDb, { seq, kind, code, issuedOn }: KeptPaper) {
  const paper = seq === null ? null : findIssuedBytes(db, { seq, format: 'pdf' })
  return paper === null ? [] : [{ kind, code, issuedOn, fileName: paper.fileName, bytes: paper.bytes }]
}

function fileNameOf({ data: { kind, session } }: Drafted, office: string): string {
  const what = kind === 'up' ? 'Đề nghị' : 'Kết quả'
  return `${fileStemOf(`${what} ${session.year} đợt ${session.round} ${office}`)}.ocop-goi`
}
