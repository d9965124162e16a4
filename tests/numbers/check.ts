import { faultsOf, type Statement } from './account.ts'
import { certificateFaults, rowIdFaults } from './beside-the-text.ts'
import { ballotFaults, sheetsOf, type ReadBallots } from './ballots.ts'
import { councilTexts } from './cited.ts'
import { decisionStatements, proposalStatements, referralLetterStatements } from './decision-papers.ts'
import { factsOf, type Facts } from './facts.ts'
import { minutesStatements } from './minutes-paper.ts'
import { certificateStatements, noticeStatements, overprintStatements } from './notices-paper.ts'
import type { Paper } from './paper.ts'
import { readBoldNumbers, readDocx, readPdf, readXlsx, type PageEdge } from './read-paper.ts'
import { reportStatements } from './report-paper.ts'
import type { PaperFile, SessionPapers } from './run-session.ts'
import { productTallyStatements, referralListStatements, tallyTableStatements } from './tables.ts'

/** A paper that was read, with what it has to say. */
export type ReadPaper = {
  readonly file: PaperFile
  readonly paper: Paper
  readonly statements: readonly Statement[]
  /** Of what stands beside the text: numbers of pages, codes, marks. */
  readonly edgeFaults: readonly string[]
}

export type CheckedSession = {
  readonly papers: readonly ReadPaper[]
  readonly ballots: readonly { readonly read: ReadBallots; readonly sheets: ReturnType<typeof sheetsOf> }[]
}

/** Reads every paper of a session; PDFs only where there is a program that reads them. */
export async function readSession(session: SessionPapers, readsPdf: boolean): Promise<CheckedSession> {
  const facts = factsOf(session)
  const papers: ReadPaper[] = []
  const ballots: CheckedSession['ballots'][number][] = []
  for (const file of session.files) {
    const name = `${file.kind}.${file.format}, ${session.name}`
    if (file.format === 'pdf' && !readsPdf) continue
    if (file.kind === 'blank-ballots' || file.kind === 'spare-ballots' || file.kind === 'filled-ballots') {
      const { pages, edges } = readPdf(name, file.bytes)
      const bold = file.kind === 'filled-ballots' ? readBoldNumbers(file.bytes) : []
      ballots.push({ read: { name, pages, edges, bold }, sheets: sheetsOf(facts, file.kind) })
      continue
    }
    const { paper, edgeFaults } = await readFile(facts, file, name)
    papers.push({ file, paper, statements: [...statementsOf(facts, file), ...councilTexts(facts)], edgeFaults })
  }
  return { papers, ballots }
}

export function allFaults({ papers, ballots }: CheckedSession): readonly string[] {
  return [
    ...papers.flatMap(({ paper, statements, edgeFaults }) => [...edgeFaults, ...faultsOf(paper, statements)]),
    ...ballots.flatMap(({ read, sheets }) => ballotFaults(read, sheets)),
  ]
}

async function readFile(facts: Facts, file: PaperFile, name: string) {
  const code = codeOf(facts, file)
  if (file.format === 'pdf') {
    const { paper, edges } = readPdf(name, file.bytes)
    // A certificate has its own foot, a sheet a product.
    const isSheets = file.kind === 'certificates' || file.kind === 'overprint'
    const edgeFaults = isSheets
      ? certificateFaults(facts, { name, bytes: file.bytes, edges })
      : edgeFaultsOf({ name, edges, code, isDraft: facts.papers.stage === 'open' })
    return { paper, edgeFaults }
  }
  const { paper } = file.format === 'docx' ? readDocx(name, file.bytes) : await readXlsx(name, file.bytes)
  const isDraft = facts.papers.stage === 'open'
  const read = withoutCode(paper, code)
  const ids = file.kind === 'referral-list' ? await rowIdFaults(facts, { name, bytes: file.bytes }) : []
  const isMarked = paper.text.includes('DỰ THẢO') === isDraft
  const marks = isMarked ? [] : [`${name}: ${isDraft ? 'no draft' : 'a draft'}`]
  return { ...read, edgeFaults: [...read.edgeFaults, ...ids, ...marks] }
}

/** Word files and sheets have the code under their last line, notices one a notice. */
function withoutCode(
  paper: Paper,
  code: string | null,
): { readonly paper: Paper; readonly edgeFaults: readonly string[] } {
  const line = `Mã kiểm chứng: ${code ?? ''}`
  const isRight = code === null ? !paper.text.includes(line) : paper.text.includes(line)
  const blank = ' '.repeat(line.length)
  return {
    paper: { ...paper, text: code === null ? paper.text : paper.text.replaceAll(line, blank) },
    edgeFaults: isRight ? [] : [`${paper.name}: it does not carry “${line}”`],
  }
}

/** "Mã kiểm chứng" of a paper: its own once it is numbered, else that of locking, which only the papers tell. */
function codeOf({ papers }: Facts, { kind }: PaperFile): string | null {
  if (papers.stage === 'open') return null
  const entry = papers.register.find((candidate) => candidate.kind === kind && candidate.void === null)
  return entry?.verification ?? papers.closingCode
}

type EdgeInput = { name: string; edges: readonly PageEdge[]; code: string | null; isDraft: boolean }

/** Pages count from 1 in each part and the first has no number; every page has the code, and a draft its mark. */
function edgeFaultsOf({ name, edges, code, isDraft }: EdgeInput): readonly string[] {
  let expected = 1
  return edges.flatMap((edge) => {
    const where = `${name}, page ${edge.page}`
    expected = edge.number === null ? 1 : expected + 1
    if (edge.isBlank) return []
    return [
      ...(edge.number === null || edge.number === String(expected)
        ? []
        : [`${where}: numbered ${edge.number}, not ${expected}`]),
      ...(edge.code === code ? [] : [`${where}: its code is ${edge.code}, not ${code}`]),
      ...(edge.isDraft === isDraft ? [] : [`${where}: ${edge.isDraft ? 'a draft' : 'no draft'}`]),
    ]
  })
}

function statementsOf(facts: Facts, { kind, format }: PaperFile): readonly Statement[] {
  switch (kind) {
    case 'decision':
      return decisionStatements(facts)
    case 'minutes':
      return minutesStatements(facts)
    case 'tally-table':
      return tallyTableStatements(facts, format === 'xlsx')
    case 'referral-list':
      return referralListStatements(facts)
    case 'product-tally':
      return productTallyStatements(facts)
    case 'result-notices':
      return noticeStatements(facts)
    case 'council-report':
      return reportStatements(facts)
    case 'proposal':
      return proposalStatements(facts)
    case 'referral-letter':
      return referralLetterStatements(facts)
    case 'certificates':
      return certificateStatements(facts)
    case 'overprint':
      return overprintStatements(facts)
    default:
      throw new Error(`no statements of ${kind}`)
  }
}
