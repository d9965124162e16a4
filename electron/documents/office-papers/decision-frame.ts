import type { Authority } from '../authority.ts'
import { blankHead } from '../blanks.ts'
import type { PaperBlock, PaperModel } from '../letter/model.ts'

type DecisionText = {
  readonly title: string
  /** `Về việc …` */
  readonly subject: string
  /** `Căn cứ …`, without a closing mark. */
  readonly bases: readonly string[]
  /** Whose proposal it follows: `Giám đốc Sở …`. */
  readonly proposer: string
  readonly articles: readonly PaperBlock[]
}

/**
 * A decision of an authority but for whom it goes to and its annexes. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.2; it is
 * without the name of a body above, since the authority decides itself.
 */
export function decisionFrame(
  authority: Authority,
  { title, subject, bases, proposer, articles }: DecisionText,
): Omit<PaperModel, 'recipients' | 'annexes'> {
  return {
    title,
    isDraft: false,
    head: blankHead({ ...authority, superiorBody: [], issuingBody: authority.bodyLines }),
    kind: 'QUYẾT ĐỊNH',
    subject,
    addressee: '',
    blocks: [
      { kind: 'centred', text: authority.capitals },
      ...bases.map((basis): PaperBlock => ({ kind: 'basis', text: `${basis};` })),
      { kind: 'basis', text: `Theo đề nghị của ${proposer}.` },
      { kind: 'centred', text: 'QUYẾT ĐỊNH:' },
      ...articles,
    ],
    posts: authority.posts,
    signerPost: '',
    signer: '',
  }
}
